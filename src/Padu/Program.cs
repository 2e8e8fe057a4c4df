using Padu.Commands;

return await PaduCommand.Run(args);
