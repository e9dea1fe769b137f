using System.Reflection;
using LayerEvals.Diagnostics;

namespace LayerEvals.Session;

/// <summary>What a test project registers by an attribute of its assembly.</summary>
internal static class Registered
{
    /// <summary>An instance of the registered type; null where none is registered.</summary>
    /// <exception cref="PlanException">The type is not what it should be.</exception>
    public static T? Of<T>(Assembly assembly, Type? type, string attribute) where T : class
    {
        if (type is null) return null;
        if (!type.IsAssignableTo(typeof(T)) || type.GetConstructor(Type.EmptyTypes) is null)
            throw new PlanException([new Problem(ProblemIds.NoClient, assembly.GetName().Name ?? "the test project", 0,
                $"expected {attribute} to name a type that implements {typeof(T).Name} and has a constructor without parameters, found {type.FullName}", "correct the type")]);
        return (T)Activator.CreateInstance(type)!; // an instance of a type with a constructor is never null
    }
}
