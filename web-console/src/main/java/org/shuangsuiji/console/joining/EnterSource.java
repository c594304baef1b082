package org.shuangsuiji.console.joining;

import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.PublishCampaign;
import org.shuangsuiji.sampling.EnterSourceValue;
import org.shuangsuiji.sampling.SourceEntry;
import org.shuangsuiji.sampling.SourceStatement;
import org.shuangsuiji.sampling.StateSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters what a source of chance came to say, and what people state of it, and publishes it in the same moment: what people throw has to be public
 * before the public sources speak (DR-1 §1, 2).
 */
@Service
public class EnterSource {
    private final EnterSourceValue enterSourceValue;
    private final StateSource stateSource;
    private final PublishCampaign publishCampaign;

    EnterSource(EnterSourceValue enterSourceValue, StateSource stateSource, PublishCampaign publishCampaign) {
        this.enterSourceValue = enterSourceValue;
        this.stateSource = stateSource;
        this.publishCampaign = publishCampaign;
    }

    /**
     * Enters the source's own value.
     *
     * @param place place among the rule's sources, from 0
     * @param evidence where the value was seen
     */
    @Transactional
    public void value(long campaignId, int place, String value, String valueAgain, String evidence, Actor actor) {
        publishCampaign.sources(enterSourceValue.enter(campaignId, place, value, valueAgain, evidence, actor), actor);
    }

    /** Enters the value of its fallback. */
    @Transactional
    public void fallback(long campaignId, int place, String value, String valueAgain, String evidence, Actor actor) {
        publishCampaign.sources(
                enterSourceValue.enterFallback(campaignId, place, value, valueAgain, evidence, actor), actor);
    }

    /** Notes that a person was silent at the due. */
    @Transactional
    public void silence(long campaignId, int place, String evidence, Actor actor) {
        publishCampaign.sources(enterSourceValue.noteSilence(campaignId, place, evidence, actor), actor);
    }

    /** Puts a mistyped value of a public source right; the first stays public beside it. */
    @Transactional
    public void correction(
            long campaignId,
            int place,
            SourceEntry.@Nullable Spoken spoken,
            String value,
            String valueAgain,
            String evidence,
            String reason,
            Actor actor) {
        publishCampaign.sources(
                enterSourceValue.correct(campaignId, place, spoken, value, valueAgain, evidence, reason, actor), actor);
    }

    /** States whether its publisher spoke in time, or that its fallback was silent too. */
    @Transactional
    public void statement(long campaignId, int place, SourceStatement.Says says, String evidence, Actor actor) {
        publishCampaign.sources(stateSource.state(campaignId, place, says, evidence, actor), actor);
    }
}
