namespace LayerEvals.Faults;

/// <summary>What the fault server does with a request instead of answering it as a vendor does on a good day.</summary>
public enum Fault
{
    /// <summary>An answer.</summary>
    None,

    /// <summary>429 without a word on when to come again.</summary>
    TooMany,

    /// <summary>429 with Retry-After in seconds.</summary>
    TooManyWithSeconds,

    /// <summary>429 with Retry-After as a date.</summary>
    TooManyWithDate,

    /// <summary>429 with retry-after-ms.</summary>
    TooManyWithMilliseconds,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>502 with a gateway's page.</summary>
    BadGateway,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>529, Anthropic's.</summary>
    Overloaded,

    /// <summary>408.</summary>
    RequestTimeout,

    /// <summary>409.</summary>
    Conflict,

    /// <summary>No answer until the caller goes away.</summary>
    Hang,

    /// <summary>Headers, a part of the body, and then nothing until the caller goes away.</summary>
    SlowBody,

    /// <summary>The connection is reset before the answer.</summary>
    Reset,

    /// <summary>The connection is reset in the middle of the body.</summary>
    Truncated,

    /// <summary>A whole body of JSON that is cut off.</summary>
    CutJson,

    /// <summary>A whole body that is no JSON.</summary>
    NoJson,

    /// <summary>JSON of another shape.</summary>
    OtherShape,

    /// <summary>200 with a gateway's page of HTML.</summary>
    Page,

    /// <summary>An answer that the content filter stopped.</summary>
    FilteredAnswer,

    /// <summary>400: the content filter refused the prompt.</summary>
    FilteredPrompt,

    /// <summary>An answer in the field for refusals.</summary>
    Refusal,

    /// <summary>An answer by another model than was asked.</summary>
    OtherModel,

    /// <summary>An answer with another fingerprint.</summary>
    OtherFingerprint,

    /// <summary>An answer of 10 MB.</summary>
    Huge,

    /// <summary>400 for a reason that no other fault has.</summary>
    BadRequest,

    /// <summary>400 that names a setting.</summary>
    SettingRefused,

    /// <summary>401.</summary>
    KeyRefused,

    /// <summary>403.</summary>
    NotAllowed,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>429 that no waiting helps.</summary>
    OutOfCredit,
}
