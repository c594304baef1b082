package org.shuangsuiji.sampling;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.TypedCode;
import org.shuangsuiji.sampling.draw.EnterpriseAnswer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells one enterprise whether it was in the closed list of a campaign, with a proof (DR-1 §10: to one enterprise,
 * always). The list is sealed, so every look into it stands in the ledger with whom it was about.
 */
@Service
public class AnswerEnterprise {
    private final DrawBook draws;
    private final DrawFiles files;
    private final Ledger ledger;

    AnswerEnterprise(DrawBook draws, DrawFiles files, Ledger ledger) {
        this.draws = draws;
        this.files = files;
        this.ledger = ledger;
    }

    /**
     * The answer about the draw of a campaign, whatever became of it.
     *
     * @param creditCode as typed: spaces, small letters and full-width signs are read as what they stand for
     */
    @Transactional
    public EnterpriseAnswer answer(long campaignId, String creditCode, Actor actor) {
        DrawSheet draw = draws.latest(campaignId, actor.scope()).orElseThrow(() -> Refusal.absent("draw", campaignId));
        CreditCode unit = TypedCode.read(creditCode, "answer-code");
        EnterpriseAnswer answer = EnterpriseAnswer.of(files.open(draw, "answer-disagrees"), unit.value());
        ledger.record(LedgerEntry.of(LedgerEvent.FRAME_ANSWERED, actor, "draw", draw.id())
                .with("unit", unit)
                .with("present", answer.present())
                .with("commitment", draw.commitment()));
        return answer;
    }
}
