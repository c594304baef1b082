package org.shuangsuiji.console.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.publication.EnterResult;
import org.shuangsuiji.publication.PublishResult;
import org.shuangsuiji.publication.RegisterVisit;
import org.shuangsuiji.publication.ReviewResult;
import org.shuangsuiji.publication.Visit;
import org.shuangsuiji.publication.VisitLine;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.Visits;
import org.shuangsuiji.publication.notice.Finding;
import org.shuangsuiji.publication.notice.Method;
import org.shuangsuiji.publication.notice.ResultForm;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The teams visit, enter what they found, and the reviewer passes and publishes; some visits are left at each step, so
 * that whoever looks has something to do.
 */
@Component
@Profile(DemoProfile.NAME)
@Order(5)
class InspectDistrict implements DemoStage {
    private static final int PAGE = 200;
    private static final int PUBLISHED_AT_ONCE = 50;

    /** How far a visit is taken. */
    private enum Aim {
        LEFT_OPEN,
        LEFT_FOR_REVIEW,
        SENT_BACK,
        LEFT_FOR_PUBLICATION,
        PUBLISHED
    }

    private final DemoPeople people;
    private final DrawDistrict drawDistrict;
    private final Visits visits;
    private final RegisterVisit registerVisit;
    private final EnterResult enterResult;
    private final ReviewResult reviewResult;
    private final PublishResult publishResult;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InspectDistrict(
            DemoPeople people,
            DrawDistrict drawDistrict,
            Visits visits,
            RegisterVisit registerVisit,
            EnterResult enterResult,
            ReviewResult reviewResult,
            PublishResult publishResult,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.drawDistrict = drawDistrict;
        this.visits = visits;
        this.registerVisit = registerVisit;
        this.enterResult = enterResult;
        this.reviewResult = reviewResult;
        this.publishResult = publishResult;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "inspect";
    }

    @Override
    public void run(Progress progress) {
        long campaignId = drawDistrict.campaign();
        Actor planner = people.actor(DemoAccount.PLANNER);
        Actor reviewer = people.actor(DemoAccount.REVIEWER);
        List<Visit> all = ofCampaign(campaignId, planner);
        progress.stage("stage.demo.inspect", all.size());
        List<Long> publish = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            Visit visit = all.get(place);
            Aim aim = aim(place, visit);
            if (aim != Aim.LEFT_OPEN && visit.state() == VisitState.OPEN) {
                transaction.executeWithoutResult(status -> inspect(visit));
            }
            if (aim.compareTo(Aim.LEFT_FOR_REVIEW) > 0 && isSubmitted(visit.visitId(), planner)) {
                review(visit.visitId(), aim, reviewer);
            }
            if (aim == Aim.PUBLISHED && state(visit.visitId(), planner) == VisitState.PASSED) {
                publish.add(visit.visitId());
            }
            if (publish.size() == PUBLISHED_AT_ONCE || place == all.size() - 1) {
                publishResult.publishAll(publish, reviewer);
                publish.clear();
            }
            progress.done(place + 1L);
            progress.stopIfAsked();
        }
    }

    private List<Visit> ofCampaign(long campaignId, Actor planner) {
        List<Visit> found = new ArrayList<>();
        Visits.@Nullable Position after = null;
        while (true) {
            List<VisitLine> page = visits.list(planner.scope(), EnumSet.allOf(VisitState.class), after, PAGE);
            for (VisitLine line : page) {
                visits.find(line.visitId(), planner)
                        .filter(visit -> visit.campaignId() == campaignId)
                        .ifPresent(found::add);
            }
            if (page.size() < PAGE) {
                found.sort(Comparator.comparing(Visit::visitId));
                return found;
            }
            VisitLine last = page.get(page.size() - 1);
            after = new Visits.Position(last.inspectedOn(), last.visitId());
        }
    }

    /** Depends on nothing but the visit, so that a start after a kill goes the same way. */
    private static Aim aim(int place, Visit visit) {
        boolean visitorsOwn = visit.team().stream()
                .anyMatch(member ->
                        member.staffNo().equals("SJ001") || member.staffNo().equals("SJ002"));
        if (place % 12 == 5 || (visitorsOwn && place % 2 == 0)) {
            return Aim.LEFT_OPEN;
        }
        return switch (place % 16) {
            case 3 -> Aim.LEFT_FOR_REVIEW;
            case 7 -> place % 48 == 7 ? Aim.SENT_BACK : Aim.LEFT_FOR_REVIEW;
            case 11 -> Aim.LEFT_FOR_PUBLICATION;
            default -> Aim.PUBLISHED;
        };
    }

    private void inspect(Visit visit) {
        List<Visit.Member> team = visit.team();
        if (team.size() < 2) {
            return; // a seat that the draw could not fill: this visit waits for its second inspector
        }
        Visit.Member lead = team.stream().filter(Visit.Member::lead).findFirst().orElse(team.get(0));
        Visit.Member second = team.stream()
                .filter(member -> member.inspectorId() != lead.inspectorId())
                .findFirst()
                .orElseThrow();
        Actor actor = people.inspector(lead.staffNo(), lead.name(), DemoPlace.MARKET);
        registerVisit.register(visit.visitId(), actor);
        enterResult.submit(
                visit.visitId(),
                visit.resultVersion(),
                new ResultForm(LocalDate.now(clock), Set.of(Method.ON_SITE), second.inspectorId(), findings(visit)),
                actor);
    }

    /** In the proportions that 天宁 published for 2017: mostly nothing, some not published, some put right at once. */
    private static List<Finding> findings(Visit visit) {
        var random = new Random(visit.creditCode().hashCode());
        int at = random.nextInt(97);
        String category = at < 78 ? "1" : at < 88 ? "2" : at < 94 ? "5" : at < 96 ? "4" : "8";
        String note =
                switch (category) {
                    case "2" -> "食品经营许可证未在经营场所醒目位置公示";
                    case "5" -> "冷藏食品未分区存放，已当场责令改正";
                    case "4" -> "登记的经营场所无人，电话无法接通，物业证实已搬离";
                    case "8" -> "进货查验记录不全，待后续核查";
                    default -> "";
                };
        return visit.items().stream()
                .map(item -> new Finding(item.seq(), List.of(category), note))
                .toList();
    }

    private void review(long visitId, Aim aim, Actor reviewer) {
        var seen = new ReviewResult.Seen(
                visitId, visits.findInScope(visitId, reviewer).resultVersion());
        if (aim == Aim.SENT_BACK) {
            reviewResult.sendBack(seen, "请补充现场检查的具体情况", reviewer);
        } else {
            reviewResult.pass(seen, reviewer);
        }
    }

    private boolean isSubmitted(long visitId, Actor actor) {
        return state(visitId, actor) == VisitState.SUBMITTED;
    }

    private VisitState state(long visitId, Actor actor) {
        return visits.findInScope(visitId, actor).state();
    }
}
