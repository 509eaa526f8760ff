metadata description = 'The identity of the app: it exists before the app, so that its rights do too.'

@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

@description('Name of the identity.')
output identityName string = identity.name

@description('Object id, to which roles are given.')
output principalId string = identity.properties.principalId
