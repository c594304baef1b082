package org.shuangsuiji.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/** What the public side shows; read from schema pub alone, by a role that sees nothing else. */
public interface PublicPages {

    /** The items on the list, by department and number. */
    List<ItemLine> items();

    /** Every version of the list of matters, office by office, the latest first. */
    List<MatterListLine> matterLists();

    /** The rows of a version by their codes; those that leave the list with it are the last. */
    List<MatterLine> matters(long listId);

    /** Announced plans, the newest first. */
    List<CampaignLine> plans(@Nullable Moment after, int size);

    /** Campaigns whose draw was carried out, the newest first. */
    List<CampaignLine> tasks(@Nullable Moment after, int size);

    /** Published results and tombstones, the newest day first, by credit code within a day. */
    List<ResultLine> results(@Nullable ResultPosition after, int size);

    /** The results of one campaign, by credit code. */
    List<ResultLine> resultsOf(long campaignId, @Nullable ResultPosition after, int size);

    /** One campaign. */
    Optional<CampaignLine> campaign(long campaignId);

    /**
     * Enterprises with a published result whose name has these characters (two or more; one is taken as the
     * beginning), or whose credit code begins with them or contains four or more of them.
     */
    List<EnterpriseLine> search(String typed, int size);

    /** One enterprise; absent when nothing of it was ever published. */
    Optional<EnterpriseLine> enterprise(String creditCode);

    /** The results of one enterprise, the latest inspection first. */
    List<ResultLine> resultsOf(String creditCode);

    /** Draws and commitments, the newest first. */
    List<DrawLine> draws(@Nullable Moment after, int size);

    Optional<DrawPage> draw(long drawId);

    /** The redraws among these draws and those that draw one of these anew, the first first. */
    List<RedrawLine> redraws(Collection<Long> drawIds);

    /** Beside which lists of the same item a draw stands, and why; absent for the only one. */
    Optional<FurtherLine> further(long drawId);

    /**
     * The further lists that named a draw when they were closed, as visits of it were still owed or it had ended without
     * a draw, the first first.
     */
    List<LaterLine> later(long drawId);

    /** How far the visits of a campaign are; absent while it is not drawn. */
    Optional<ProgressLine> progress(long campaignId);

    /** The released units of a draw, by credit code. */
    List<UnitLine> units(long drawId, @Nullable String afterCode, int size);

    /** A piece of a file that an open draw gives to everybody, from 0; absent behind the last, and before the release. */
    Optional<byte[]> openPiece(long drawId, String file, int piece);

    /** The newest noted head of the ledger. */
    Optional<LedgerHead> ledgerHead();

    /** A place in a list that runs by moments. */
    record Moment(Instant at, long id) {}

    /** A place in the list of results. */
    record ResultPosition(LocalDate publishedOn, String creditCode, long resultId) {}

    /** One item of the list. */
    record ItemLine(
            String code,
            String name,
            String category,
            String departmentName,
            String basis,
            List<String> subjectKinds,
            List<String> methods,
            String content) {
        public ItemLine {
            subjectKinds = List.copyOf(subjectKinds);
            methods = List.copyOf(methods);
        }
    }

    /**
     * One version of the list of matters.
     *
     * @param until the first day of the next version; absent for the last
     * @param matters how many it has
     */
    record MatterListLine(
            long listId,
            long departmentId,
            String departmentName,
            int number,
            LocalDate effectiveOn,
            @Nullable LocalDate until,
            Instant publishedAt,
            int matters) {

        /** Where a version stands on a day. */
        public enum Standing {
            COMING,
            PRESENT,
            FORMER
        }

        public Standing on(LocalDate day) {
            if (effectiveOn.isAfter(day)) {
                return Standing.COMING;
            }
            return until == null || until.isAfter(day) ? Standing.PRESENT : Standing.FORMER;
        }
    }

    /** One matter of a version. */
    record MatterLine(
            String code,
            String change,
            String name,
            List<RecordKind> kinds,
            String fields,
            String basis,
            String departmentName,
            String frequency,
            String share,
            boolean open) {
        public MatterLine {
            kinds = List.copyOf(kinds);
        }

        public boolean removed() {
            return change.equals("REMOVED");
        }
    }

    /** One campaign. */
    record CampaignLine(
            long campaignId,
            String number,
            String name,
            String departmentName,
            String itemName,
            boolean targeted,
            LocalDate starts,
            LocalDate ends,
            String stage,
            int frameSize,
            @Nullable Integer visits,
            Instant announcedAt,
            @Nullable Instant drawnAt,
            @Nullable Long drawId) {}

    /** One enterprise. */
    record EnterpriseLine(String creditCode, String enterpriseName) {}

    /** One line of a result notice, or the tombstone of a withdrawn one. */
    record ResultLine(
            long resultId,
            String creditCode,
            String enterpriseName,
            long campaignId,
            String campaignNumber,
            String campaignName,
            String departmentName,
            String itemName,
            List<String> categories,
            String resultText,
            LocalDate inspectedOn,
            LocalDate publishedOn,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnReason,
            @Nullable Long corrects) {
        public ResultLine {
            categories = List.copyOf(categories);
        }
    }

    /** One draw in the list. */
    record DrawLine(
            long drawId,
            String officeName,
            long serial,
            String mode,
            String digest,
            String outcome,
            String commitment,
            Instant committedAt,
            @Nullable Instant drawnAt,
            String campaignNumber,
            String campaignName) {}

    /**
     * One draw with everything that the public checks.
     *
     * @param reason why it was abandoned or failed, and the moment of that
     * @param silentOrdinal place in the rule, from 1, of the source for which it failed
     * @param visitsEnd the last day of the visits
     * @param open what everybody may recompute it from, once that is released
     */
    record DrawPage(
            DrawLine line,
            long campaignId,
            String ruleJson,
            @Nullable String reason,
            @Nullable Instant endedAt,
            @Nullable Integer silentOrdinal,
            @Nullable String seed,
            @Nullable Integer visits,
            @Nullable String visitRoot,
            @Nullable String resultDigest,
            List<SourceLine> sources,
            List<StatementLine> statements,
            LocalDate visitsEnd,
            long releasedUnits,
            @Nullable OpenLine open) {
        public DrawPage {
            sources = List.copyOf(sources);
            statements = List.copyOf(statements);
        }

        /** What people state of the source at this place of the rule, from 1. */
        public List<StatementLine> statementsOf(int ordinal) {
            return statements.stream()
                    .filter(statement -> statement.ordinal() == ordinal)
                    .toList();
        }

        /** Everything that was ever entered of the source at this place of the rule, from 1; the last counts. */
        public List<SourceLine> entriesOf(int ordinal) {
            return sources.stream()
                    .filter(source -> source.ordinal() == ordinal)
                    .toList();
        }

        /** What counts of each source, in the rule's order. */
        public List<SourceLine> standing() {
            SortedMap<Integer, SourceLine> latest = new TreeMap<>();
            sources.forEach(source -> latest.put(source.ordinal(), source));
            return List.copyOf(latest.values());
        }
    }

    /**
     * A draw that draws anew what another, abandoned or failed, did not draw.
     *
     * @param formerDrawId the ended draw
     * @param reason why it is drawn anew
     */
    record RedrawLine(
            long drawId,
            String campaignNumber,
            String campaignName,
            long formerDrawId,
            String formerNumber,
            String formerName,
            String reason) {}

    /** Why there is a further list, and the lists beside which it stands. */
    record FurtherLine(String reason, List<StandingLine> standing) {
        public FurtherLine {
            standing = List.copyOf(standing);
        }
    }

    /** One of those lists, as it stood when the further one was closed. */
    record StandingLine(
            long drawId,
            String campaignNumber,
            String campaignName,
            boolean drawn,
            boolean ended,
            int visits,
            int finished) {
        public int unfinished() {
            return ended ? 0 : visits - finished;
        }
    }

    /** A further list of the same item. */
    record LaterLine(long drawId, String campaignNumber, String campaignName, Instant committedAt, String outcome) {}

    /**
     * How far the visits of a drawn campaign are.
     *
     * @param ends the last day of the visits
     * @param results at how many of the visits the result is public
     */
    record ProgressLine(LocalDate ends, int visits, int results) {

        /** How many results are missing once the last day of the visits has passed; none before. */
        public int overdueOn(LocalDate day) {
            return day.isAfter(ends) ? Math.max(0, visits - results) : 0;
        }
    }

    /** What one source said; the highest revision of an ordinal counts. */
    record SourceLine(
            int ordinal,
            int revision,
            String name,
            String kind,
            Instant due,
            String answered,
            @Nullable String value,
            String evidence,
            @Nullable String reason,
            Instant publishedAt) {}

    /**
     * What somebody states of a source: whether its publisher spoke in time, and where that can be seen.
     *
     * @param takenBack whether the same person stated the contrary later, so that it no longer counts
     */
    record StatementLine(int ordinal, String says, String evidence, Instant statedAt, boolean takenBack) {}

    /** That an open draw is open: how many files there are, and how many bytes together. */
    record OpenLine(int files, long bytes, Instant releasedAt) {}

    /** One released unit. */
    record UnitLine(String creditCode, String enterpriseName, String proofJson) {}

    /** The head of the ledger on one day. */
    record LedgerHead(LocalDate day, long seq, String hash, Instant publishedAt) {}
}
