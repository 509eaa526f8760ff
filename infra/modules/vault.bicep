metadata description = 'The vault that keeps the first key of the API.'

@description('Name of the vault: 3 to 24 characters.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('First key of the API.')
@secure()
@minLength(32)
param bootstrapAdminKey string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }
}

resource adminKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'bootstrap-admin-key'
  properties: {
    contentType: 'Value of the header X-Api-Key'
    value: bootstrapAdminKey
  }
}

@description('Name of the vault.')
output vaultName string = vault.name

@description('Name under which the vault keeps the key; not the key.')
output adminKeySecretName string = adminKey.name
