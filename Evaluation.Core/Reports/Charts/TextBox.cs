namespace Evaluation.Core.Reports.Charts;

/// <summary>The estimated space a text takes on the page.</summary>
internal readonly record struct TextBox(double Left, double Top, double Right, double Bottom)
{
    private const double Ascent = 0.74;
    private const double Descent = 0.2;

    internal static TextBox Of(string text, double x, double y, double size, bool bold, TextAnchor anchor)
    {
        var width = TextWidth.Of(text, size, bold);
        var left = anchor switch
        {
            TextAnchor.Middle => x - (width / 2),
            TextAnchor.End => x - width,
            TextAnchor.Start => x,
        };
        return new TextBox(left, y - (Ascent * size), left + width, y + (Descent * size));
    }

    internal bool Overlaps(TextBox other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    internal bool IsWithin(TextBox frame) =>
        Left >= frame.Left && Right <= frame.Right && Top >= frame.Top && Bottom <= frame.Bottom;

    /// <summary>Whether a segment passes through the box (Liang and Barsky's clipping test).</summary>
    internal bool Crosses((double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var (enter, leave) = (0.0, 1.0);
        return Clip(-dx, from.X - Left) && Clip(dx, Right - from.X)
            && Clip(-dy, from.Y - Top) && Clip(dy, Bottom - from.Y);

        bool Clip(double direction, double distance)
        {
            if (direction == 0)
            {
                return distance >= 0;
            }

            var at = distance / direction;
            (enter, leave) = direction < 0 ? (Math.Max(enter, at), leave) : (enter, Math.Min(leave, at));
            return enter <= leave;
        }
    }
}
