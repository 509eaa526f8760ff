using Evaluation.Functions.Callers;

namespace Evaluation.Functions.Describe;

/// <summary>Rights in words of people who write programs.</summary>
internal static class DescribedRights
{
    /// <summary>What an address asks for: one French sentence.</summary>
    public static string Of(Right right) => right switch
    {
        Right.None => "Ouvert à tous, sans clé.",
        Right.Known => "Ouvert à toute clé et à toute personne connectée ; la réponse ne montre que ce que l’appelant voit.",
        Right.ReadPublished => "Demande de lire les rapports (readPublished) ; une clé y a droit avec read.",
        Right.ReadMember => "Demande de lire ce qui concerne un membre (readMember) ; une clé y a droit avec read.",
        Right.Read => "Demande de lire (read) ; une clé y a droit avec read.",
        Right.Confirm => "Demande de répondre au nom d’un membre (confirm) ; la clé d’une communauté n’y suffit pas.",
        Right.Push => "Demande de transmettre des valeurs (push) ; une clé y a droit avec push.",
        Right.Approve => "Demande de prendre part à l’approbation (approve) ; la clé d’une communauté n’y suffit pas.",
        Right.KeepAccounts => "Demande de tenir les comptes (keepAccounts) ; la clé d’une communauté n’y suffit pas.",
        Right.Settle => "Demande d’arrêter les montants d’une année (settle) ; la clé d’une communauté n’y suffit pas.",
        Right.Direct => "Demande de décider (direct) ; la clé d’une communauté n’y suffit pas.",
        Right.Administer => "Demande d’administrer (administer) ; la clé d’une communauté n’y suffit pas.",
    };
}
