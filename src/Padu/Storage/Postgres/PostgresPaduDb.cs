using Microsoft.EntityFrameworkCore;

namespace Padu.Storage;

internal sealed class PostgresPaduDb(DbContextOptions<PostgresPaduDb> options) : PaduDb(options)
{
    /// <summary>By their bytes, as SQLite does: the same lists on both, and no index that a new library of the machine puts out of order.</summary>
    protected override string TextOrder => "C";
}
