namespace Evaluation.Functions.Report.Pictures;

/// <summary>What a picture is made for.</summary>
internal enum PictureFrame
{
    /// <summary>A page or a letter: 768 pixels wide, as high as the chart needs.</summary>
    Page,

    /// <summary>A slide: 1920 × 1080 pixels.</summary>
    Slide,
}
