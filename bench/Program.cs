using System.Globalization;
using Lapwing.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
return await Measuring.Run(args);
