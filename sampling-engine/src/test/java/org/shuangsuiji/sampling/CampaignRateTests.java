package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CampaignRateTests {

    private static CampaignRate of(int basisPoints) {
        return new CampaignRate((short) 1, basisPoints, null, null);
    }

    @Test
    void aShareIsRoundedUp() {
        assertThat(of(100).takeOf(100, 1)).isEqualTo(1);
        assertThat(of(100).takeOf(101, 1)).isEqualTo(2);
    }

    @Test
    void aRatioAboveNothingNeverDrawsNobody() {
        assertThat(of(1).takeOf(1, 1)).isEqualTo(1);
        assertThat(of(0).takeOf(1_000_000, 1)).isZero();
        assertThat(of(10_000).takeOf(0, 1)).isZero();
    }

    @Test
    void aFloorLiftsTheTakeAsFarAsThereAreUnits() {
        assertThat(of(100).takeOf(50, 5)).isEqualTo(5);
        assertThat(of(100).takeOf(3, 5)).isEqualTo(3);
    }

    @Test
    void aTakeOfTheGreatestFrameDoesNotOverflow() {
        assertThat(of(10_000).takeOf(Integer.MAX_VALUE, 1)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void reservesStandBehindTheDrawnAsFarAsThereAreUnits() {
        assertThat(CampaignRate.reserveOf(100, 11, 1000)).isEqualTo(2);
        assertThat(CampaignRate.reserveOf(12, 11, 5000)).isEqualTo(1);
        assertThat(CampaignRate.reserveOf(11, 11, 5000)).isZero();
        assertThat(CampaignRate.reserveOf(100, 0, 5000)).isZero();
    }
}
