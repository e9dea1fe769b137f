using LayerEvals;
using LayerEvals.Nested;
using LayerEvals.Session;
using Xunit.Sdk;

// What the package's targets write into a test project, by hand and without the test framework: these tests themselves run under plain xUnit, and the nested
// suites under the framework that is tested.
[assembly: AssemblyFixture(typeof(EvalRun))]
[assembly: RegisterXunitSerializer(typeof(GoldenCaseSerializer), typeof(GoldenCase))]
[assembly: System.Reflection.AssemblyMetadata("LayerEvals.ProjectFolder", "../../../")]
[assembly: ChatClients(typeof(ScriptedClients))]
[assembly: SchemaValidator(typeof(TheirSchemas))]
