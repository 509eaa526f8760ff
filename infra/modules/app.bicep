metadata description = 'The function app: a custom handler on the Flex Consumption plan.'

@description('Name of the app and of its plan.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Identity with which the app reaches everything.')
param identityName string

@description('Storage account of the app and of the Functions host.')
param storageAccountName string

@description('Container into which the app is deployed.')
param packageContainer string

@description('Vault that keeps the first key of the API.')
param vaultName string

@description('Name under which the vault keeps it.')
param adminKeySecretName string

@description('Application Insights resource. Empty: none.')
param applicationInsightsName string

@description('Hosts from which indicators may be pulled.')
param allowedFeedHosts string[]

@description('Names of the secrets of feeds: the setting Collect__Secrets__<name> is the secret feed-<name> of the vault.')
param feedSecretNames string[]

@description('Authority whose bearer tokens are taken, an https address. Empty: none.')
param jwtAuthority string

@description('Audience that such a token must name. Empty: none.')
param jwtAudience string

@description('Calls a minute that each key and each person may make, per instance.')
param callsPerMinute int

@description('Calls that may come at once.')
param callBurst int

@description('Mail server that takes notices. Empty: none.')
param smtpHost string

@description('Its port.')
param smtpPort int

@description('Sender of notices.')
param smtpFrom string

@description('User of the mail server; its password is the secret smtp-password of the vault. Empty: none.')
param smtpUser string

@description('Address to which notices are posted; its secret is notice-webhook-secret of the vault. Empty: none.')
param noticeWebhookUrl string

@description('Memory of an instance, in MB.')
param instanceMemoryMB int

@description('The most instances at a time.')
param maximumInstances int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = if (!empty(applicationInsightsName)) {
  name: applicationInsightsName
}

var settings = [
  {
    name: 'AzureWebJobsStorage__accountName'
    value: account.name
  }
  {
    name: 'AzureWebJobsStorage__credential'
    value: 'managedidentity'
  }
  {
    name: 'AzureWebJobsStorage__clientId'
    value: identity.properties.clientId
  }
  {
    // The app starts in a process that the host has warmed up.
    name: 'WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED'
    value: '1'
  }
  {
    name: 'Security__BootstrapAdminKey'
    value: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${adminKeySecretName})'
  }
  {
    name: 'Security__Jwt__Authority'
    value: jwtAuthority
  }
  {
    name: 'Security__Jwt__Audience'
    value: jwtAudience
  }
  {
    name: 'RateLimit__PerMinute'
    value: string(callsPerMinute)
  }
  {
    name: 'RateLimit__Burst'
    value: string(callBurst)
  }
  {
    name: 'Collect__AllowedHosts'
    value: join(allowedFeedHosts, ',')
  }
  {
    // Sign-in proves who the app is with its identity, in place of a client secret.
    name: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
    value: identity.properties.clientId
  }
]

var feedSecretSettings = [
  for name in feedSecretNames: {
    name: 'Collect__Secrets__${name}'
    value: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=feed-${name})'
  }
]

var mailSettings = empty(smtpHost)
  ? []
  : [
      {
        name: 'Notices__Smtp__Host'
        value: smtpHost
      }
      {
        name: 'Notices__Smtp__Port'
        value: string(smtpPort)
      }
      {
        name: 'Notices__Smtp__From'
        value: smtpFrom
      }
      {
        name: 'Notices__Smtp__UseTls'
        value: 'true'
      }
    ]

var mailUserSettings = empty(smtpHost) || empty(smtpUser)
  ? []
  : [
      {
        name: 'Notices__Smtp__User'
        value: smtpUser
      }
      {
        name: 'Notices__Smtp__Password'
        value: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=smtp-password)'
      }
    ]

var webhookSettings = empty(noticeWebhookUrl)
  ? []
  : [
      {
        name: 'Notices__Webhook__Url'
        value: noticeWebhookUrl
      }
      {
        name: 'Notices__Webhook__Secret'
        value: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=notice-webhook-secret)'
      }
    ]

var logSettings = empty(applicationInsightsName)
  ? []
  : [
      {
        name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
        value: insights!.properties.ConnectionString
      }
      {
        name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
        value: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      }
    ]

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: concat(settings, feedSecretSettings, mailSettings, mailUserSettings, webhookSettings, logSettings)
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${account.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }
}

@description('Name of the app.')
output appName string = app.name

@description('Public address.')
output address string = 'https://${app.properties.defaultHostName}'
