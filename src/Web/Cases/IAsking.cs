using Lapwing.Casework.Fields;

namespace Lapwing.Web.Cases;

/// <summary>A page that asks the questions of a form.</summary>
public interface IAsking
{
    /// <summary>What is amiss with a field.</summary>
    string? Error(string field);

    /// <summary>What stands under an answer of a question.</summary>
    IEnumerable<Asked> Under(Asked asked, Offered answer);

    /// <summary>The address of another form.</summary>
    string AddressOf(int form);

    /// <summary>What was sent.</summary>
    HttpRequest Request { get; }
}
