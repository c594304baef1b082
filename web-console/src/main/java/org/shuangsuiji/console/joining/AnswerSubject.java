package org.shuangsuiji.console.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.OtherIdentities;
import org.shuangsuiji.ingest.OtherIdentity;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.sampling.AnswerEnterprise;
import org.shuangsuiji.sampling.draw.EnterpriseAnswer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells an enterprise of a closed list about its code and about the other codes of the same subject: a list keeps the code
 * under which it was closed, and a link made later does not move it.
 */
@Service
public class AnswerSubject {
    private final AnswerEnterprise answerEnterprise;
    private final OtherIdentities identities;

    AnswerSubject(AnswerEnterprise answerEnterprise, OtherIdentities identities) {
        this.answerEnterprise = answerEnterprise;
        this.identities = identities;
    }

    /**
     * What is told of one code.
     *
     * @param since since when it is another identity of the subject asked about; absent for the code asked about
     */
    public record Told(EnterpriseAnswer answer, @Nullable Instant since) {}

    /**
     * The whole answer.
     *
     * @param others the other codes of the subject that the reader may see
     * @param beyond whether there are others that the reader may not see, of which nothing is told
     */
    public record SubjectAnswer(EnterpriseAnswer asked, List<Told> others, boolean beyond) {
        public SubjectAnswer {
            others = List.copyOf(others);
        }

        /** The code asked about, and those of the others that are in the list. */
        public List<Told> shown() {
            List<Told> shown = new ArrayList<>();
            shown.add(new Told(asked, null));
            others.stream().filter(other -> other.answer().present()).forEach(shown::add);
            return shown;
        }

        /** The other codes that are in the list, or those that are not. */
        public List<String> codes(boolean present) {
            return others.stream()
                    .map(Told::answer)
                    .filter(answer -> answer.present() == present)
                    .map(EnterpriseAnswer::unit)
                    .toList();
        }
    }

    /** Each code looked up is a look into the sealed list, and noted. */
    @Transactional
    public SubjectAnswer answer(long campaignId, String creditCode, Actor actor) {
        EnterpriseAnswer asked = answerEnterprise.answer(campaignId, creditCode, actor);
        List<Told> others = new ArrayList<>();
        boolean beyond = false;
        for (OtherIdentity each :
                identities.of(List.of(asked.unit()), actor.scope()).getOrDefault(asked.unit(), List.of())) {
            beyond |= each.other() == null;
            each.creditCode()
                    .map(code -> new Told(answerEnterprise.answer(campaignId, code, actor), each.since()))
                    .ifPresent(others::add);
        }
        return new SubjectAnswer(asked, others, beyond);
    }
}
