namespace Lapwing.Web.Api;

/// <summary>The API as OpenAPI, with examples that a test sends.</summary>
public static class ApiDescription
{
    /// <summary>Describes the API at <c>/openapi/v1.json</c>.</summary>
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi();
}
