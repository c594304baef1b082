package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.SharedData;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;

/** The whole path of the 20,041 real registrations; the numbers were counted by another program in another language. */
class RealRegistrationsDatabaseTests {
    private final IngestOffice office = new IngestOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void storesFlagsAndRefusesWhatAnotherProgramCounted(@TempDir Path folder) throws IOException {
        var file = SharedData.registrations(folder);
        if (file.isEmpty()) {
            return; // said so loudly; the synthetic twin runs in its own test
        }
        Delivery delivery = office.deliver(RecordKind.REGISTRATION, file.get());

        assertThat(delivery.state()).isEqualTo(DeliveryState.DONE);
        assertThat(delivery.encoding()).isEqualTo("UTF-8");
        // three subjects stand twice word for word, one twice with a difference: the later row counts
        assertThat(delivery.counts()).isEqualTo(new Delivery.Counts(20_041, 20_016, 1, 3, 360, 21));
        assertThat(office.get(Deliveries.class).flags(delivery.id(), Scope.WHOLE_OFFICE))
                .isEqualTo(Map.of(
                        Flag.CHECK_WRONG, 1L,
                        Flag.OLD_NUMBER, 63L,
                        Flag.NAME_MISSING, 269L,
                        Flag.CHARACTERS_REMOVED, 1L,
                        Flag.CHARACTERS_PRIVATE, 3L,
                        Flag.CAPITAL_NOT_READ, 23L));

        assertThat(stored("OK")).isEqualTo(19_952);
        assertThat(stored("CHECK_WRONG")).isEqualTo(1);
        assertThat(stored("ORGANISATION_CHECK_WRONG")).isZero();
        assertThat(stored("OLD_NUMBER")).isEqualTo(63);
        assertThat(office.row("select credit_code, flags from ingest.enterprise where code_class = 'CHECK_WRONG'"))
                .containsEntry("credit_code", "91510114720334543Y");
        assertThat(office.row(
                        "select region, capital_text from ingest.enterprise where credit_code = '91430900748377342E'"))
                .containsEntry("capital_text", "10(万)");

        assertThat(faults(delivery, "code-length")).isEqualTo(12); // ten of 13 digits, two organisation codes
        assertThat(faults(delivery, "text-damaged")).isEqualTo(9); // shifted and garbled before they reached us
        assertThat(office.count(
                        "select count(*) from ingest.delivery_fault where delivery_id = ? and (value is null or column_name is null)",
                        delivery.id()))
                .isZero();
        assertThat(
                        office.count(
                                "select count(*) from ingest.enterprise where strpos(concat(name, address, business_scope), chr(65533)) > 0"))
                .isZero();

        Delivery again = office.deliver(RecordKind.REGISTRATION, file.get());
        assertThat(again.counts()).isEqualTo(new Delivery.Counts(20_041, 0, 0, 20_020, 360, 21));
        assertThat(again.sameFileAs()).as("an empty line longer").isNull();
        assertThat(again.changedNothing()).isTrue();
        Delivery verySame =
                office.deliver(RecordKind.REGISTRATION, Files.readAllBytes(file.get()), IngestOffice.COUNTY);
        assertThat(verySame.sameFileAs()).isEqualTo(delivery.id());
        assertThat(verySame.counts()).isEqualTo(again.counts());
        assertThat(office.doors().toRegrade).containsExactly(delivery.id());
    }

    private long stored(String codeClass) {
        return office.count("select count(*) from ingest.enterprise where code_class = ?", codeClass);
    }

    private long faults(Delivery delivery, String code) {
        return office.count(
                "select count(*) from ingest.delivery_fault where delivery_id = ? and code = ?", delivery.id(), code);
    }
}
