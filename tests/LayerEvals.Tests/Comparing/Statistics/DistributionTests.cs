using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

// The expected values come from an arithmetic of 40 digits: the continued fraction of the incomplete beta function, inverted by halving and Newton's steps.
public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.6, 0.25334710313579972)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.975, 1.9599639845400538)]
    [InlineData(0.9999, 3.7190164854557084)]
    [InlineData(1e-8, -5.6120012441747891)]
    [InlineData(1e-12, -7.0344838253011321)]
    [InlineData(0.007142857142857143, -2.4499976606027287)]
    public void Normal_quantiles_are_right(double p, double expected) => Gaussian.Quantile(p).ShouldBeNear(expected, 1e-12);

    [Theory]
    [InlineData(1, 0.158655253931457051)]
    [InlineData(-3, 0.998650101968369905)]
    [InlineData(5, 2.86651571879193912e-7)]
    [InlineData(12, 1.776482112077679e-33)]
    public void Normal_tails_are_right(double z, double expected) => Gaussian.Above(z).ShouldBeNear(expected, 1e-12);

    [Theory]
    [InlineData(0.975, 1, 12.706204736174694)]
    [InlineData(0.9999, 1, 3183.0987571185015)]
    [InlineData(0.95, 1.5, 3.7051808200967491)]
    [InlineData(0.995, 2, 9.9248432009182892)]
    [InlineData(0.9999, 3.7, 14.780396445535469)]
    [InlineData(0.975, 10, 2.2281388519862744)]
    [InlineData(0.95, 29, 1.6991270265334972)]
    [InlineData(0.9999, 30.25, 4.22923766220757)]
    [InlineData(0.975, 1000, 1.9623390808264081)]
    [InlineData(0.6, 100000, 0.25334777715717988)]
    [InlineData(0.95, 1000000, 1.6448551507220401)]
    [InlineData(0.9999, 1000000, 3.7190302747625714)]
    public void Student_quantiles_are_right(double p, double df, double expected)
    {
        Student.Quantile(p, df).ShouldBeNear(expected, 1e-11);
        Student.Quantile(1 - p, df).ShouldBeNear(-expected, 1e-10);
    }

    [Theory]
    [InlineData(-0.0000001, 1, 0.49999996816901138)]
    [InlineData(-8, 2, 0.0076340360826690689)]
    [InlineData(-3, 3.7, 0.022062942805759333)]
    [InlineData(2.5, 10, 0.98427657788169565)]
    [InlineData(-1.96, 29, 0.029833897759795662)]
    [InlineData(-8, 100, 1.1364324038640403e-12)]
    [InlineData(-0.001, 1000, 0.49960115750922635)]
    [InlineData(-3, 100000, 0.0013502304420323595)]
    [InlineData(-1.96, 1000000, 0.024998033792634895)]
    [InlineData(-8, 1000000, 6.2275317166012596e-16)]
    public void Student_tails_are_right(double t, double df, double expected) => Student.Above(-t, df).ShouldBeNear(expected, 1e-10);

    [Fact]
    public void The_middle_and_the_ends_of_Student_are_exact()
    {
        Student.Above(0, 7.5).ShouldBe(0.5);
        Student.Quantile(0.5, 7.5).ShouldBe(0);
        Student.Above(1, 1).ShouldBe(0.25, 1e-15);
        Student.Above(double.PositiveInfinity, 3).ShouldBe(0);
        Student.Above(double.NegativeInfinity, 3).ShouldBe(1);
    }

    [Theory]
    [InlineData(0.025, 1, 1000000, 2.5317807663794178e-08)]
    [InlineData(0.025, 3, 18, 0.032070937185463708)]
    [InlineData(0.025, 9000, 1001, 0.8939531000964005)]
    [InlineData(0.025, 999990, 11, 0.99998160972110872)]
    [InlineData(0.05, 1, 1000000, 5.1293293072049535e-08)]
    [InlineData(0.975, 500, 501, 0.53045371666145791)]
    [InlineData(0.975, 500000, 500001, 0.50097948080758248)]
    [InlineData(0.95, 1, 30, 0.095033852855304107)]
    [InlineData(0.005, 46, 5, 0.76894915035799849)]
    [InlineData(0.005, 7, 999994, 2.0373415153525117e-06)]
    public void Beta_quantiles_are_right(double p, double a, double b, double expected) => IncompleteBeta.Quantile(p, a, b).ShouldBeNear(expected, 1e-10);

    [Fact]
    public void Beta_by_hand() => IncompleteBeta.Below(0.3, 0.7, 1, 2).ShouldBe(0.51, 1e-15);

    [Fact]
    public void A_beta_quantile_gives_back_its_probability()
    {
        const int seed = 20261;
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var (a, b, p) = (Math.Pow(10, random.NextDouble() * 7 - 1), Math.Pow(10, random.NextDouble() * 7 - 1), random.NextDouble());

            var x = IncompleteBeta.Quantile(p, a, b);

            // Where x crowds against 1, one step of a double moves the probability; the test asks for no more than x can hold.
            if (x < 1 - 1e-6) IncompleteBeta.Below(x, 1 - x, a, b).ShouldBe(p, 1e-8, $"seed {seed}, round {round}: p {p:R}, a {a:R}, b {b:R}");
        }
    }
}
