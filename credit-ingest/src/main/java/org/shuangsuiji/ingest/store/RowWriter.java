package org.shuangsuiji.ingest.store;

import java.util.List;
import org.shuangsuiji.ingest.reading.CreditRecord;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.ingest.reading.Registration;
import org.shuangsuiji.ingest.reading.SubjectNames;

/** Writes entries and faults as rows of the tables in which they wait; each list of columns stands beside its writer. */
final class RowWriter {
    static final String REGISTRATION_COLUMNS =
            "slot, line, subject, code_class, subject_kind, name, name_key, search_grams, region,"
                    + " industry, section, type_code, type_name, status, established, capital_fen, capital_text, address,"
                    + " legal_person, business_scope, register_number, authority, term_from, term_to, approved_on, revoked_on,"
                    + " deregistered_on, former_names, former_codes, flags, content_hash";
    static final String RECORD_COLUMNS =
            "slot, line, subject, code_class, subject_kind, name, event_day, ends_on, stated_end,"
                    + " repaired_on, withdrawn_on, severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code,"
                    + " summary, quantity, details, related, related_class, related_name, person_key, flags, key_hash, fact_hash, content_hash";
    static final String FAULT_COLUMNS = "delivery_id, line, column_name, value, code, args";
    /** The lines of staged records are so many times those of their file, so that the facts of one row stay apart. */
    private static final int PARTS = 4;

    private static final int REGISTRATION_WIDTH = 31;
    private static final int RECORD_WIDTH = 30;
    private static final int FAULT_WIDTH = 6;

    private RowWriter() {}

    static void write(Registration row, int slot, BinaryRows rows) {
        rows.begin(REGISTRATION_WIDTH)
                .int2((short) slot)
                .int8(row.line())
                .text(row.subject().value())
                .text(row.subject().codeClass().name())
                .text(row.subjectKind().name())
                .text(row.name())
                .text(row.name() == null ? null : SubjectNames.key(row.name()))
                .texts(row.searchGrams())
                .text(row.region())
                .text(row.industry())
                .text(row.section())
                .text(row.typeCode())
                .text(row.typeName())
                .text(row.status() == null ? null : row.status().name())
                .day(row.established())
                .int8(row.capitalFen())
                .text(row.capitalText())
                .text(row.address())
                .text(row.legalPerson())
                .text(row.businessScope())
                .text(row.registerNumber())
                .text(row.authority())
                .day(row.termFrom())
                .day(row.termTo())
                .day(row.approvedOn())
                .day(row.revokedOn())
                .day(row.deregisteredOn())
                .texts(row.formerNames())
                .texts(row.formerCodes())
                .int8(row.flags())
                .uuid(row.contentHash());
    }

    /**
     * Writes a record.
     *
     * @param part which of the facts of its row it is, from 0
     */
    static void write(CreditRecord row, int part, int slot, BinaryRows rows) {
        var severity = row.severity();
        var related = row.related();
        rows.begin(RECORD_WIDTH)
                .int2((short) slot)
                .int8(row.line() * PARTS + part)
                .text(row.subject().value())
                .text(row.subject().codeClass().name())
                .text(row.subjectKind().name())
                .text(row.name())
                .day(row.eventDay())
                .day(row.endsOn())
                .day(row.statedEnd())
                .day(row.repairedOn())
                .day(row.withdrawnOn())
                .int2(severity == null ? null : severity.number())
                .int8(row.amountFen())
                .int8(row.confiscatedFen())
                .text(row.category())
                .text(row.documentNo())
                .text(row.licenceNo())
                .text(row.authority())
                .text(row.authorityCode())
                .text(row.summary())
                .int8(row.quantity())
                .json(row.details())
                .text(related.enterprise() == null ? null : related.enterprise().value())
                .text(
                        related.enterprise() == null
                                ? null
                                : related.enterprise().codeClass().name())
                .text(related.name())
                .uuid(related.person())
                .int8(row.flags())
                .uuid(row.key().ofSubject())
                .uuid(row.key().ofFact())
                .uuid(row.contentHash());
    }

    static void write(Fault fault, long deliveryId, BinaryRows rows) {
        rows.begin(FAULT_WIDTH)
                .int8(deliveryId)
                .int8(fault.line())
                .text(fault.column())
                .text(fault.value())
                .text(fault.code())
                .texts(List.copyOf(fault.args()));
    }
}
