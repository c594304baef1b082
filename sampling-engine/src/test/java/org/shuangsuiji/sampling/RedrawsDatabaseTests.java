package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An ended draw and the campaign that draws it anew find each other (DR-1 §1, 3). */
class RedrawsDatabaseTests {
    private static final String REASON = "原名单漏列一户";

    private SamplingOffice office;
    private long item;
    private long former;
    private long endedDraw;

    @BeforeEach
    void aCampaignWhoseDrawWasAbandoned() {
        office = new SamplingOffice();
        office.enterprises(4, 10);
        office.inspectors(office.market, 4);
        item = office.item();
        office.at(SamplingOffice.MONDAY);
        former = office.the(Campaigns.class).create(office.terms(item), office.planner);
        endedDraw = office.freeze(former, null, office.planner).drawId();
        office.the(AbandonDraw.class).abandon(former, "名单有误", office.planner);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Redraw redraw(long campaign) {
        return office.the(Redraws.class).of(campaign, office.planner.scope());
    }

    private long again() {
        return office.again(former, REASON);
    }

    private String number(long campaign) {
        return office.the(Campaigns.class).get(campaign, office.planner.scope()).number();
    }

    @Test
    void theEndedCampaignNamesItsRedrawFromThePlanOnAndTheRedrawNamesItAndWhy() {
        assertThat(redraw(former)).isEqualTo(new Redraw(null, null, null));
        long anew = again();
        String name = office.terms(item).name();
        assertThat(redraw(former)).isEqualTo(new Redraw(null, null, new Redraw.Side(anew, number(anew), name, null)));
        Redraw.Side ended = new Redraw.Side(former, number(former), name, endedDraw);
        assertThat(redraw(anew)).isEqualTo(new Redraw(ended, REASON, null));

        long draw = office.freeze(anew, null, office.planner).drawId();
        assertThat(redraw(former).successor()).isEqualTo(new Redraw.Side(anew, number(anew), name, draw));
        assertThat(redraw(anew).former()).isEqualTo(ended);
    }

    @Test
    void aCancelledPlanIsNoRedrawAndTheNextOneIs() {
        long cancelled = again();
        office.the(Campaigns.class).cancel(cancelled, "并入下次任务", office.planner);
        assertThat(redraw(former).successor()).isNull();
        long anew = again();
        assertThat(redraw(former).successor()).isNotNull();
        assertThat(redraw(former).successor().campaignId()).isEqualTo(anew);
    }
}
