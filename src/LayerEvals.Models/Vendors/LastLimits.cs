using LayerEvals.Answering.Limiting;

namespace LayerEvals.Models.Vendors;

/// <summary>Carries what a response's headers said of limits past the vendor's SDK, to the caller of the same call.</summary>
internal sealed class LastLimits
{
    readonly AsyncLocal<Box?> ofCall = new();

    sealed class Box
    {
        public VendorLimits? Limits { get; set; }
    }

    /// <summary>Makes a call and gives what was heard during it.</summary>
    public async Task<(T Result, VendorLimits? Limits)> DuringAsync<T>(Func<Task<T>> call)
    {
        var box = ofCall.Value = new Box();
        return (await call(), box.Limits);
    }

    public void Hear(VendorLimits? limits)
    {
        if (ofCall.Value is { } box) box.Limits = limits;
    }
}
