metadata description = 'Where logs and metrics go.'

@description('Name of the workspace and of the Application Insights resource.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Days during which logs are kept.')
param retentionDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    retentionInDays: retentionDays
    sku: {
      name: 'PerGB2018'
    }
  }
}

// Only who signs in writes to it, so its connection string is no secret.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    WorkspaceResourceId: workspace.id
  }
}

@description('Name of the Application Insights resource.')
output applicationInsightsName string = insights.name
