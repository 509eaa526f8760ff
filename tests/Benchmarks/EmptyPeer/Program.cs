// The least an app can be that answers over HTTP: what the start of the real one is compared with.
var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/", (HttpContext context) => context.Response.WriteAsync("ready", context.RequestAborted));
await app.RunAsync();
