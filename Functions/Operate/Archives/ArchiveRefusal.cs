using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>Why an archive is not put back.</summary>
internal static class ArchiveRefusal
{
    private const int LongestName = 120;

    /// <summary>It is no archive.</summary>
    public static RefusalException Unreadable() => EdgeRefusals.ArchiveUnreadable.Refused();

    /// <summary>It is laid out otherwise than this app does.</summary>
    public static RefusalException OtherFormat() => EdgeRefusals.ArchiveFormat.Refused(ArchiveFile.Format);

    public static RefusalException OtherCommunity() => EdgeRefusals.ArchiveOtherCommunity.Refused();

    public static RefusalException TooLarge() => EdgeRefusals.ArchiveTooLarge.Refused();

    /// <summary>It holds what no archive of the community holds.</summary>
    public static RefusalException Unknown(string name) => EdgeRefusals.ArchiveUnknownEntry.Refused(Clipped(name));

    /// <summary>It lacks what it should hold.</summary>
    public static RefusalException Missing(string name) => EdgeRefusals.ArchiveMissingEntry.Refused(Clipped(name));

    /// <summary>It holds something that is not what was written.</summary>
    public static RefusalException Damaged(string name) => EdgeRefusals.ArchiveDamagedEntry.Refused(Clipped(name));

    /// <summary>Something else is in its place.</summary>
    public static RefusalException Taken() => EdgeRefusals.ArchiveCommunityThere.Refused();

    /// <summary>The community is not there, and something is left of it that would not go with the archive.</summary>
    public static RefusalException Leftover(string name) => EdgeRefusals.ArchiveLeftovers.Refused(Clipped(name));

    private static string Clipped(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
