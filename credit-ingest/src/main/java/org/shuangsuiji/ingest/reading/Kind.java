package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.shuangsuiji.model.RecordKind;

/** A kind of record: the columns it knows, and how one row becomes an entry. */
abstract class Kind {

    /**
     * The kind of a record.
     *
     * @param persons makes keys of the persons that relations name
     */
    static Kind of(RecordKind kind, PersonKeys persons) {
        return switch (kind) {
            case REGISTRATION -> new RegistrationKind();
            case PERMIT -> new PermitKind();
            case PENALTY -> new PenaltyKind();
            case ABNORMAL -> new AbnormalKind();
            case DISHONESTY -> new DishonestyKind();
            case INSPECTION -> new InspectionKind();
            case CHANGE -> new ChangeKind();
            case FILING -> new FilingKind();
            case CONFIRMATION -> new ConfirmationKind();
            case COERCION -> new CoercionKind();
            case DEFAULTER -> new DefaulterKind();
            case JUDGMENT -> new JudgmentKind();
            case ASSISTANCE -> new AssistanceKind();
            case TAX_ARREARS -> new TaxArrearsKind();
            case FEE_ARREARS -> new FeeArrearsKind();
            case COMPLAINT -> new ComplaintKind();
            case SAMPLING -> new SamplingKind();
            case PLEDGE -> new PledgeKind();
            case IP_PLEDGE -> new IpPledgeKind();
            case ANNUAL_REPORT -> new AnnualReportKind();
            case HONOUR -> new HonourKind();
            case RELATION -> new RelationKind(persons);
            case OPINION -> new OpinionKind();
            case THIRD_PARTY -> new ThirdPartyKind();
            case PUSHED_GRADE -> new PushedGradeKind();
        };
    }

    abstract ColumnSet columns();

    /** Columns of which one is enough. */
    abstract List<Column> eitherOf();

    abstract Entry read(Row row, LocalDate today) throws RowFault;

    /**
     * Everything that a row tells, at least one.
     *
     * @param row the row, free of marks each time
     */
    List<Entry> readAll(Supplier<Row> row, LocalDate today) throws RowFault {
        return List.of(read(row.get(), today));
    }

    /**
     * The facts that a file need not tell, and the columns that tell them; none of registrations, of which an empty cell
     * says nothing either.
     */
    Map<RecordFact, List<Column>> facts() {
        return Map.of();
    }

    /** The facts that a file with this header says nothing of. */
    final Set<RecordFact> unsaid(Layout layout) {
        Set<RecordFact> unsaid = EnumSet.noneOf(RecordFact.class);
        facts().forEach((fact, columns) -> {
            boolean told = fact == RecordFact.SUMMARY
                    ? columns.stream().allMatch(layout::has)
                    : columns.stream().anyMatch(layout::has);
            if (!told) {
                unsaid.add(fact);
            }
        });
        return unsaid;
    }

    /** Facts of the kind's own that a file with this header says nothing of. */
    Set<String> unsaidDetails(Layout layout) {
        return Set.of();
    }

    /** Columns for the papers of people, which are nobody's to see; those of a firm may stand there too. */
    List<Column> papers() {
        return List.of();
    }

    /** What its records tell beside what all do. */
    List<OwnFact> ownFacts() {
        return List.of();
    }

    /** The categories of the kind; none where they are no closed list. */
    Words words() {
        return new Words();
    }

    /** The note that names, for each fact that a file leaves unsaid, a column that would tell it. */
    final Optional<Note> notTold(Layout layout) {
        List<String> columns = unsaid(layout).stream()
                .flatMap(fact -> Objects.requireNonNull(facts().get(fact)).stream()
                        .filter(column -> !layout.has(column))
                        .limit(1))
                .map(Column::name)
                .distinct()
                .toList();
        return columns.isEmpty() ? Optional.empty() : Optional.of(new Note("columns-not-told", columns));
    }

    /** Notes on a file that follow from the columns it does not have. */
    List<Note> notesOn(Layout layout) {
        return List.of();
    }
}
