using System.Reflection;
using Xunit.Sdk;

namespace LayerEvals.Session;

/// <summary>Names the test method of a row: one case can stand in several.</summary>
internal static class RowName
{
    public static string Of(Type type, MethodInfo method) => $"{type.FullName}.{method.Name}";

    public static string Of(ITestMethod? method) => method is null ? "" : $"{method.TestClass.TestClassName}.{method.MethodName}";
}
