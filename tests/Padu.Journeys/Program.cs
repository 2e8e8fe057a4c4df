using Padu.Journeys;

// Besides running the tests, the program takes the pictures of the gallery: Padu.Journeys screenshots FOLDER
return args is ["screenshots", var folder] ? await Gallery.Take(folder)
    : args.Any(arg => arg is "--server" or "--internal-msbuild-node")
        ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
            args,
            SelfRegisteredExtensions.AddSelfRegisteredExtensions
        )
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
