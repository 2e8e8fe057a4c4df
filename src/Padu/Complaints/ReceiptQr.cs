using QRCoder;

namespace Padu.Complaints;

/// <summary>Number and code as one QR code; no address, so that scanning it opens nothing.</summary>
internal static class ReceiptQr
{
    /// <summary>The dark modules as one SVG path, drawn by the page: no inline style and no image request.</summary>
    public static (string Path, int Size) Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
            {
                if (data.ModuleMatrix[y][x])
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return (path.ToString(), data.ModuleMatrix.Count);
    }
}
