using System.Globalization;
using System.Text;
using QRCoder;

namespace Padu.Accounts;

/// <summary>A QR code as the path of an SVG, so that a page draws it with ordinary, encoded attributes.</summary>
public sealed record QrPath(int Size, string Path)
{
    public static readonly QrPath Empty = new(0, "");

    public static QrPath Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrPath(rows.Count, path.ToString());
    }
}
