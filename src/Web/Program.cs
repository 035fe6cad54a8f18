using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Web.Verbs;

try
{
    CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
    London.DayOf(DateTimeOffset.UnixEpoch);
}
catch (Exception e) when (e is CultureNotFoundException or TimeZoneNotFoundException or TypeInitializationException)
{
    await Console.Error.WriteLineAsync("lapwing: days in London cannot be told on this machine. Install its time-zone data (tzdata) and ICU "
        + "(libicu), and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
    return CommandLine.Unusable;
}

return await CommandLine.Run(args, Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error);
