#:project infra/local/Evaluation.Local.csproj
#:property PublishAot=false
return await Evaluation.Local.LocalRun.MainAsync(args);
