package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;

/** The synthetic twin of the real registrations: the same oddities, always at hand. */
class SyntheticRegistrationsDatabaseTests {
    private static final long SEED = Long.getLong("shuangsuiji.test.seed", 20_261_122L);

    private final IngestOffice office = new IngestOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void storesFlagsAndRefusesWhatTheGeneratorPutIntoTheFile() {
        System.out.printf("Seed of the synthetic registrations: %d%n", SEED);
        var file = new SyntheticRegistrations(SEED, 20_000);
        Delivery delivery = office.deliver(RecordKind.REGISTRATION, file.text());

        long flagged = file.flags.values().stream().mapToLong(Long::longValue).sum();
        assertThat(delivery.counts())
                .isEqualTo(new Delivery.Counts(
                        file.rows, file.added, file.changed, file.same, flagged, file.damaged + file.notACode));
        assertThat(office.get(Deliveries.class).flags(delivery.id(), Scope.WHOLE_OFFICE))
                .isEqualTo(file.flags);
        assertThat(office.count("select count(*) from ingest.enterprise")).isEqualTo(file.added);
        assertThat(office.count("select count(*) from ingest.delivery_fault where code = 'text-damaged'"))
                .isEqualTo(file.damaged);
        assertThat(office.count("select count(*) from ingest.delivery_fault where code = 'code-length'"))
                .isEqualTo(file.notACode);
        assertThat(office.deliver(RecordKind.REGISTRATION, file.text()).changedNothing())
                .isTrue();
    }
}
