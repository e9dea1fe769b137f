namespace LayerEvals.Diagnostics;

/// <summary>The stable ids of problems. Ids are never reused; docs/problems.md explains each, and a test keeps both lists equal.</summary>
internal static class ProblemIds
{
    public const string Unreadable = "LE1001";
    public const string Encoding = "LE1002";
    public const string Syntax = "LE1003";
    public const string UnknownKey = "LE1004";
    public const string MissingKey = "LE1005";
    public const string WrongKind = "LE1006";
    public const string BadValue = "LE1007";
    public const string BadId = "LE1008";
    public const string DuplicateId = "LE1009";
    public const string EmptySet = "LE1010";
    public const string DuplicateKey = "LE1011";
    public const string TooLarge = "LE1012";
    public const string NotRead = "LE1013";
    public const string UnknownCheck = "LE1014";
    public const string BadPattern = "LE1015";
    public const string NoLayer = "LE1016";
    public const string UnknownLayer = "LE1017";
    public const string NoSuchSource = "LE1018";
    public const string DuplicateSource = "LE1019";
    public const string NoSources = "LE1020";
    public const string AnswerableUnknown = "LE1021";
    public const string NothingAsked = "LE1022";
    public const string NothingChecked = "LE1023";
    public const string DuplicateSet = "LE1024";
    public const string BadSchema = "LE1025";
    public const string SplitNumber = "LE1026";
    public const string NoTwin = "LE1030";
    public const string BadTool = "LE1041";
    public const string UnknownTool = "LE1042";
    public const string ToolTurn = "LE1043";
    public const string OneTurn = "LE1044";

    public const string NoSuchModel = "LE2001";
    public const string UnknownProvider = "LE2002";
    public const string NoPin = "LE2003";
    public const string OutOfRange = "LE2004";
    public const string SameSides = "LE2005";
    public const string VariableUnset = "LE2006";
    public const string NoGoldenSet = "LE2007";
    public const string NoClient = "LE2008";
    public const string Answers = "LE2009";
    public const string VariableNotRead = "LE2010";
    public const string SecretInClear = "LE2011";
    public const string GoldenSetUntested = "LE2013";
    public const string ResponseFormat = "LE2014";
    public const string Blessed = "LE2015";
    public const string StrictOutputs = "LE2016";
    public const string Recordings = "LE2021";
    public const string NotRecorded = "LE2022";
    public const string SharedRecording = "LE2023";
    public const string Floating = "LE2024";
    public const string Retires = "LE2025";
    public const string Upgrades = "LE2026";
    public const string Unpriced = "LE2027";
    public const string UnpricedCheck = "LE2028";
    public const string History = "LE2030";

    public const string NoPrompt = "LE3001";
    public const string UnfilledHole = "LE3002";
    public const string UnusedHole = "LE3003";
    public const string BadPrompt = "LE3004";
    public const string PassImpossible = "LE3005";
    public const string PromptAndMessages = "LE3006";
    public const string NoLooks = "LE3007";
    public const string BlessedCases = "LE3008";

    public const string RunLocked = "LE4001";
    public const string NotARun = "LE4002";
    public const string BadShard = "LE4003";
    public const string NoSuchCase = "LE4004";
    public const string CannotWrite = "LE4005";
    public const string OtherRun = "LE4006";
    public const string RunNotWhole = "LE4007";
    public const string RunEdited = "LE4008";
    public const string ShardsNotWhole = "LE4009";
    public const string Canary = "LE4021";
    public const string OtherCanary = "LE4022";
    public const string HoldoutTuned = "LE4023";
}
