using Evaluation.Core.Closing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult;

/// <summary>Words and signs (<c>ok</c>, <c>mid</c>, <c>bad</c>, <c>none</c>) of what the portal follows.</summary>
internal static class StateWords
{
    /// <summary>Where a notice stands.</summary>
    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Pending => "À envoyer",
        NoticeState.Sent => "Envoyé",
        NoticeState.Failed => "Échec",
        NoticeState.Undeliverable => "Non distribuable",
    };

    /// <summary>The sign of a notice.</summary>
    public static string Mark(NoticeState state) => state switch
    {
        NoticeState.Pending => "mid",
        NoticeState.Sent => "ok",
        NoticeState.Failed => "bad",
        NoticeState.Undeliverable => "none",
    };

    /// <summary>The sign of the approval of a period.</summary>
    public static string Mark(ApprovalState state) => state switch
    {
        ApprovalState.Draft => "none",
        ApprovalState.Submitted or ApprovalState.Validated => "mid",
        ApprovalState.Accepted => "ok",
    };

    /// <summary>Where a submission stands whose rows cannot be counted.</summary>
    public static string Uncounted(SubmissionState state) => state switch
    {
        SubmissionState.Received => "reçu, en cours d’application",
        SubmissionState.Applied => "appliqué, détail illisible",
        SubmissionState.Abandoned => "interrompu, à renvoyer",
    };
}
