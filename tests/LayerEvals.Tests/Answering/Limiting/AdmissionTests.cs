using LayerEvals.Answering.Limiting;

namespace LayerEvals.Tests.Answering.Limiting;

public sealed class AdmissionTests
{
    [Fact]
    public void Requests_are_spaced_evenly()
    {
        var admission = new Admission(inFlight: 32, requestsPerMinute: 360, tokensPerMinute: null);

        admission.Start(At(0), 1);

        admission.Next(At(0), 1).ShouldBe(TimeSpan.FromTicks(1_666_667));
    }

    [Fact]
    public void Tokens_that_were_not_used_are_given_back()
    {
        var admission = new Admission(inFlight: 32, null, tokensPerMinute: 60_000);
        var call = admission.Start(At(0), 5_000);
        admission.Next(At(0), 1).ShouldBe(At(5));

        admission.End(At(1), new EndedCall(call) { IsAnswered = true, TokensUsed = 2_000 });

        admission.Next(At(1), 1).ShouldBe(At(2));
    }

    [Fact]
    public void No_more_than_are_allowed_are_in_flight()
    {
        var admission = new Admission(inFlight: 2, null, null);
        var call = admission.Start(At(0), 1);
        admission.Start(At(0), 1);
        admission.Next(At(0), 1).ShouldBeNull();

        admission.End(At(1), new EndedCall(call) { IsAnswered = true });

        admission.Next(At(1), 1).ShouldBe(At(1));
    }

    [Fact]
    public void Everyone_waits_as_long_as_the_vendor_asks()
    {
        var admission = new Admission(inFlight: 8, null, null);
        var call = admission.Start(At(0), 1);

        admission.End(At(1), new EndedCall(call) { IsCrowded = true, Hold = TimeSpan.FromSeconds(7) });

        admission.Next(At(1), 1).ShouldBe(At(8));
    }

    [Fact]
    public void What_is_left_by_the_headers_is_kept_to()
    {
        var admission = new Admission(inFlight: 8, null, null);
        var call = admission.Start(At(0), 1);
        admission.Start(At(0), 1);

        // One is left and one is on its way: it may be the one.
        admission.End(At(1), new EndedCall(call) { IsAnswered = true, Limits = new VendorLimits(new Remaining(1, TimeSpan.FromSeconds(9)), null) });

        admission.Next(At(1), 1).ShouldBe(At(10));
        admission.Next(At(10), 1).ShouldBe(At(10));
    }

    [Fact]
    public void Responses_that_overtake_one_another_give_nothing_back()
    {
        var admission = new Admission(inFlight: 8, null, null);
        var (first, second) = (admission.Start(At(0), 1), admission.Start(At(0), 1));
        admission.End(At(1), new EndedCall(second) { IsAnswered = true, Limits = new VendorLimits(new Remaining(0, TimeSpan.FromSeconds(9)), null) });

        admission.End(At(2), new EndedCall(first) { IsAnswered = true, Limits = new VendorLimits(new Remaining(5, TimeSpan.FromSeconds(9)), null) });

        admission.Next(At(2), 1).ShouldBe(At(11));
    }

    [Theory]
    [InlineData(true, null, 0)]
    [InlineData(false, 360.0, 0)]
    [InlineData(true, null, 20)]
    [InlineData(false, 360.0, 20)]
    [InlineData(false, 360.0, 60)]
    public void A_server_of_sixty_in_ten_seconds_is_used_to_the_full_and_hardly_ever_refuses(bool saysLimits, double? perMinute, int mostLateMs)
    {
        const int Calls = 1200;

        var (seconds, refused) = SimulatedServer.Run(Calls, saysLimits, new Admission(inFlight: 32, perMinute, null), mostLateMs);

        // 60 at once in each of 20 windows, the last ones answered 0.2 s after its start.
        seconds.ShouldBeInRange(190.2, 190.2 * 1.1);
        refused.ShouldBeLessThan((int)(0.02 * Calls));
    }

    [Fact]
    public void Few_requests_a_minute_are_spaced_and_not_rounded_away()
    {
        var admission = new Admission(inFlight: 8, requestsPerMinute: 3, null);

        admission.Start(At(0), 1);

        admission.Next(At(0), 1).ShouldBe(At(20.1));
    }

    static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
