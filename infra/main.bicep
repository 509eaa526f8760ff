metadata description = 'Everything the evaluation of pooled services needs in Azure, in one resource group.'

targetScope = 'resourceGroup'

@description('Beginning of every name: 3 to 10 lower-case letters and digits, the first a letter.')
@minLength(3)
@maxLength(10)
param name string = 'evaluation'

@description('Region of every resource. Only regions of the European Union are accepted.')
@allowed([
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'northeurope'
  'polandcentral'
  'spaincentral'
  'swedencentral'
  'westeurope'
])
param location string = 'francecentral'

@description('First key of the API, sent in the header X-Api-Key: at least 32 characters. It is kept in the vault.')
@secure()
@minLength(32)
param bootstrapAdminKey string

@description('Hosts from which indicators may be pulled, for example donnees.example.fr. None: nothing is pulled.')
param allowedFeedHosts string[] = []

@description('Names of the secrets that sources send: Collect__Secrets__<name> is the secret feed-<name> of the vault.')
param feedSecretNames string[] = []

@description('Client id of the Entra ID app registration that signs people in. Empty: nobody opens the portal.')
param signInClientId string = ''

@description('Authority whose bearer tokens the API takes, for example https://login.microsoftonline.com/<tenant>/v2.0. Empty: none.')
param jwtAuthority string = ''

@description('Audience that such a token must name. Empty: none.')
param jwtAudience string = ''

@description('Calls a minute that each key and each person may make, per instance.')
@minValue(1)
@maxValue(100000)
param callsPerMinute int = 600

@description('Calls of one key or person that may come at once.')
@minValue(1)
@maxValue(100000)
param callBurst int = 120

@description('Mail server that takes notices, reached by STARTTLS. Empty: no mail is sent.')
param smtpHost string = ''

@description('Port of the mail server.')
@minValue(1)
@maxValue(65535)
param smtpPort int = 587

@description('Sender of notices, a mailbox of the community.')
param smtpFrom string = ''

@description('User of the mail server; its password is the secret smtp-password of the vault. Empty: none.')
param smtpUser string = ''

@description('Address to which notices are posted, in place of mail; its secret is notice-webhook-secret of the vault. Empty: none.')
param noticeWebhookUrl string = ''

@description('How many copies of the data storage keeps: in one building (LRS), three zones (ZRS), two regions (GZRS).')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GZRS'
])
param redundancy string = 'Standard_ZRS'

@description('Days during which a deleted blob or container, or a replaced blob, can be brought back.')
@minValue(7)
@maxValue(365)
param restoreDays int = 30

@description('Whether the storage account is locked against deletion. Take the lock off by hand before deleting the group.')
param lockStorage bool = true

@description('Whether logs go to Application Insights. Without it they are only seen live.')
param monitored bool = true

@description('Days during which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Memory of an instance, in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('The most instances that may run at a time, over all functions.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Tags put on every resource.')
param tags object = {}

var suffix = uniqueString(resourceGroup().id)
var packageContainer = 'app-package'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: '${name}-${suffix}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: '${name}${suffix}'
    location: location
    tags: tags
    redundancy: redundancy
    restoreDays: restoreDays
    isLocked: lockStorage
    packageContainer: packageContainer
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: '${name}-${suffix}'
    location: location
    tags: tags
    bootstrapAdminKey: bootstrapAdminKey
  }
}

module monitoring 'modules/monitoring.bicep' = if (monitored) {
  name: 'monitoring'
  params: {
    name: '${name}-${suffix}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module access 'modules/access.bicep' = {
  name: 'access'
  params: {
    principalId: identity.outputs.principalId
    storageAccountName: storage.outputs.accountName
    vaultName: vault.outputs.vaultName
    applicationInsightsName: monitored ? monitoring!.outputs.applicationInsightsName : ''
  }
}

// After the roles: a vault reference that cannot be read would reach the app as its own text.
module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: '${name}-${suffix}'
    location: location
    tags: tags
    identityName: identity.outputs.identityName
    storageAccountName: storage.outputs.accountName
    packageContainer: packageContainer
    vaultName: vault.outputs.vaultName
    adminKeySecretName: vault.outputs.adminKeySecretName
    applicationInsightsName: monitored ? monitoring!.outputs.applicationInsightsName : ''
    allowedFeedHosts: allowedFeedHosts
    feedSecretNames: feedSecretNames
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpFrom: smtpFrom
    smtpUser: smtpUser
    noticeWebhookUrl: noticeWebhookUrl
    jwtAuthority: jwtAuthority
    jwtAudience: jwtAudience
    callsPerMinute: callsPerMinute
    callBurst: callBurst
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
  }
  dependsOn: [
    access
  ]
}

module signIn 'modules/sign-in.bicep' = if (!empty(signInClientId)) {
  name: 'sign-in'
  params: {
    appName: app.outputs.appName
    clientId: signInClientId
  }
}

@description('Name of the function app.')
output appName string = app.outputs.appName

@description('Public address of the app.')
output appAddress string = app.outputs.address

@description('Name of the storage account.')
output storageAccountName string = storage.outputs.accountName

@description('Name of the vault that keeps the first key.')
output vaultName string = vault.outputs.vaultName

@description('Object id of the identity of the app, for the federated credential of the app registration.')
output identityPrincipalId string = identity.outputs.principalId
