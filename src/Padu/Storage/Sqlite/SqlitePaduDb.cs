using Microsoft.EntityFrameworkCore;

namespace Padu.Storage;

internal sealed class SqlitePaduDb(DbContextOptions<SqlitePaduDb> options) : PaduDb(options);
