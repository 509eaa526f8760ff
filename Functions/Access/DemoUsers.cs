using System.Security.Cryptography;
using System.Text;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Access;

/// <summary>A made-up person of the demonstration.</summary>
/// <param name="Id">In the cookie, and in trails.</param>
/// <param name="Title">What the person is, in French.</param>
/// <param name="Part">What it answers for, in French.</param>
/// <param name="Roles">As an identity provider would tell them.</param>
internal sealed record DemoUser(string Id, string Title, string Part, params string[] Roles)
{
    public Caller Caller { get; } = RoleClaim.CallerOf($"demo-{Id}", Roles);
}

/// <summary>
/// Who a developer may pass for, by a cookie that only this process can have written. Without it a developer is the
/// administrator.
/// </summary>
internal sealed class DemoUsers(DeveloperMachine machine)
{
    private const string CookieName = "demonstration-user";
    private const int KeyBytes = 32;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(KeyBytes);

    public IReadOnlyList<DemoUser> All { get; } =
    [
        new("administration", "Administratrice", "toutes les communautés", "admin"),
        new("direction", "Directeur général adjoint", "Grenoble-Alpes-Métropole", "director:200040715"),
        new("urbanisme", "Cheffe de service", "instruction des autorisations d’urbanisme, Grenoble-Alpes-Métropole", "serviceHead:200040715/ads"),
        new("finances", "Responsable des finances", "Grenoble-Alpes-Métropole", "accountant:200040715"),
        new("echirolles", "Secrétaire générale de mairie", "commune d’Échirolles", "commune:200040715/213801517"),
    ];

    /// <summary>Who the developer passes for.</summary>
    public DemoUser? UserOf(HttpRequest request) =>
        machine.IsIt
        && request.Cookies[CookieName]?.Split('.') is [var id, var signature]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(SignatureOf(id)))
            ? Find(id)
            : null;

    public Caller? Find(HttpRequest request) => UserOf(request)?.Caller;

    public DemoUser? Find(string? id) => All.FirstOrDefault(u => u.Id == id);

    /// <summary>Makes the developer pass for someone; for nobody when null.</summary>
    public void SignIn(HttpResponse response, DemoUser? user)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" };
        if (user is null)
        {
            response.Cookies.Delete(CookieName, options);
        }
        else
        {
            response.Cookies.Append(CookieName, $"{user.Id}.{SignatureOf(user.Id)}", options);
        }
    }

    private string SignatureOf(string id) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(id)));
}
