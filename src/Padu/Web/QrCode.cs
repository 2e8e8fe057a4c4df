using System.Globalization;
using System.Text;
using QRCoder;

namespace Padu.Web;

/// <summary>The dark modules as one SVG path, drawn by the page: no inline style and no image request.</summary>
public sealed record QrCode(int Size, string Path)
{
    public static readonly QrCode Empty = new(0, "");

    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
            {
                if (data.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrCode(data.ModuleMatrix.Count, path.ToString());
    }
}
