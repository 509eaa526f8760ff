using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>What the service is for and in what legal frame it runs.</summary>
internal static class ContextPart
{
    public static PaperSection Of(ContextSection context) => new(
        Outline.Context,
        [
            .. Blocks.Text(context.Object),
            .. Blocks.Reasons(context.Facts.Select(f => new PaperReason(f.Label, f.Text))),
            .. Blocks.List(ReportHeadings.Objectives, context.Objectives),
            .. Blocks.Table(
                "Avenants",
                ReportCaptions.Amendments,
                [PaperColumn.Words("Avenant"), new PaperColumn("Date d’effet", PaperFormat.Day), PaperColumn.Words("Objet")],
                context.Amendments.Select(a => PaperRow.Of(a.Number, a.EffectiveOn, a.Purpose))),
            .. Blocks.List(ReportHeadings.ToRegularise, context.ToRegularise),
        ]);
}
