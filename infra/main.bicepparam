// Example. The key is never written here: it is read from the environment of whoever deploys.
using './main.bicep'

param name = 'evaluation'
param location = 'francecentral'
param bootstrapAdminKey = readEnvironmentVariable('EVALUATION_ADMIN_KEY')
param allowedFeedHosts = [
  'donnees.example.fr'
]
param signInClientId = readEnvironmentVariable('EVALUATION_SIGN_IN_CLIENT_ID', '')
param redundancy = 'Standard_ZRS'
param restoreDays = 30
param monitored = true
param tags = {
  application: 'evaluation-des-mutualisations'
}
