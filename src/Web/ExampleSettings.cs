namespace Lapwing.Web;

/// <summary>The settings that the demonstration writes and uses.</summary>
internal static class ExampleSettings
{
    /// <summary>
    /// A partnership that does not exist, with a number for everybody whom a page can name. 01632 960000 to 960999 and 0808 157 0000 to 0999 are kept
    /// free of real telephones for fiction. Its own pages of the procedures are left out, so that it shows what a page says where nothing is set.
    /// </summary>
    public const string Json = """
        {
          "requestsPerMinute": 600,
          "trustedProxies": [],
          "partnership": {
            "name": "Northmere Safeguarding Children Partnership (fictional)",
            "numbers": [
              {
                "for": "childrens-social-care",
                "name": "Northmere First Contact",
                "telephone": "01632 960110",
                "open": [{ "days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "08:30", "to": "17:00" }],
                "note": "Choose option 1"
              },
              {
                "for": "childrens-social-care",
                "name": "Emergency duty team",
                "telephone": "01632 960199",
                "open": [
                  { "days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "17:00", "to": "08:30" },
                  { "days": ["saturday", "sunday", "bank-holiday"], "from": "08:30", "to": "08:30" }
                ]
              },
              {
                "for": "police",
                "name": "Public protection desk",
                "telephone": "01632 960120"
              },
              {
                "for": "consultation",
                "name": "Consultation line",
                "telephone": "01632 960112",
                "open": [{ "days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "09:00", "to": "16:00" }]
              },
              {
                "for": "health",
                "name": "Young people's crisis line",
                "telephone": "0808 157 0150"
              },
              {
                "for": "lado",
                "name": "LADO office",
                "telephone": "01632 960130",
                "open": [{ "days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "09:00", "to": "17:00" }]
              },
              {
                "for": "prevent",
                "name": "Prevent team",
                "telephone": "01632 960140",
                "open": [{ "days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "09:00", "to": "17:00" }]
              },
              {
                "for": "safeguarding-lead",
                "name": "Education safeguarding adviser",
                "telephone": "01632 960113",
                "open": [{ "days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "08:30", "to": "17:00" }]
              },
              {
                "for": "prevent-lead",
                "name": "Prevent education officer",
                "telephone": "01632 960141",
                "open": [{ "days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "09:00", "to": "17:00" }]
              }
            ]
          }
        }
        """;
}
