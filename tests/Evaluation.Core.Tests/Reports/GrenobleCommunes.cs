namespace Evaluation.Core.Tests.Reports;

/// <summary>A commune of Grenoble-Alpes-Métropole.</summary>
internal sealed record GrenobleCommune(string Siren, string Insee, string Name, int Population);

/// <summary>The 49 communes, by Insee code, with their population totale (Insee, Licence ouverte 2.0).</summary>
internal static class GrenobleCommunes
{
    internal const string CommunitySiren = "200040715";

    internal const string Centre = "38185";

    internal static readonly IReadOnlyList<GrenobleCommune> All =
    [
        new("213800576", "38057", "Bresson", 683),
        new("213800592", "38059", "Brié-et-Angonnes", 2555),
        new("213800683", "38068", "Champagnier", 1538),
        new("213800717", "38071", "Champ-sur-Drac", 3378),
        new("213801111", "38111", "Claix", 8054),
        new("213801269", "38126", "Corenc", 4309),
        new("213801509", "38150", "Domène", 6852),
        new("213801517", "38151", "Échirolles", 36926),
        new("213801582", "38158", "Eybens", 10200),
        new("213801699", "38169", "Fontaine", 22684),
        new("213801707", "38170", "Fontanil-Cornillon", 3445),
        new("213801798", "38179", "Gières", 7440),
        new("213801855", "38185", "Grenoble", 158601),
        new("213801871", "38187", "Le Gua", 1902),
        new("213801889", "38188", "Herbeys", 1412),
        new("213802002", "38200", "Jarrie", 4000),
        new("213802291", "38229", "Meylan", 19124),
        new("213802358", "38235", "Miribel-Lanchâtre", 457),
        new("213802523", "38252", "Montchaboud", 357),
        new("213802580", "38258", "Mont-Saint-Martin", 93),
        new("213802713", "38271", "Murianette", 878),
        new("213802770", "38277", "Notre-Dame-de-Commiers", 537),
        new("213802796", "38279", "Notre-Dame-de-Mésage", 1137),
        new("213802812", "38281", "Noyarey", 2398),
        new("213803091", "38309", "Poisat", 2147),
        new("213803174", "38317", "Le Pont-de-Claix", 10921),
        new("213803257", "38325", "Proveysieux", 534),
        new("213803281", "38328", "Quaix-en-Chartreuse", 957),
        new("213803646", "38364", "Saint-Barthélemy-de-Séchilienne", 429),
        new("213803828", "38382", "Saint-Égrève", 18132),
        new("213803885", "38388", "Saint-Georges-de-Commiers", 2724),
        new("213804214", "38421", "Saint-Martin-d'Hères", 38253),
        new("213804230", "38423", "Saint-Martin-le-Vinoux", 6006),
        new("213804362", "38436", "Saint-Paul-de-Varces", 2260),
        new("213804453", "38445", "Saint-Pierre-de-Mésage", 795),
        new("213804719", "38471", "Le Sappey-en-Chartreuse", 1185),
        new("213804727", "38472", "Sarcenas", 254),
        new("213804743", "38474", "Sassenage", 11775),
        new("213804784", "38478", "Séchilienne", 1015),
        new("213804859", "38485", "Seyssinet-Pariset", 11887),
        new("213804867", "38486", "Seyssins", 8206),
        new("213805161", "38516", "La Tronche", 6572),
        new("213805245", "38524", "Varces-Allières-et-Risset", 8469),
        new("213805286", "38528", "Vaulnaveys-le-Bas", 1402),
        new("213805294", "38529", "Vaulnaveys-le-Haut", 4101),
        new("213805336", "38533", "Venon", 852),
        new("213805401", "38540", "Veurey-Voroize", 1419),
        new("213805450", "38545", "Vif", 8699),
        new("213805625", "38562", "Vizille", 7482),
    ];
}
