package org.shuangsuiji.risk.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.ModelDefinition;

/** A register of the tests: enterprises and records as objects, fed to the columns in whatever order is asked for. */
final class Register {
    record Firm(
            long id,
            Map<Attribute, String> words,
            LocalDate established,
            Long capitalFen,
            long addressKey,
            long legalPersonKey) {}

    record Entry(
            long id,
            long firm,
            RecordKind kind,
            LocalDate event,
            LocalDate until,
            int severity,
            long amountFen,
            Set<String> categories) {

        Entry until(LocalDate day) {
            return new Entry(id, firm, kind, event, day, severity, amountFen, categories);
        }

        Entry severity(int level) {
            return new Entry(id, firm, kind, event, until, level, amountFen, categories);
        }

        Entry fined(long yuan) {
            return new Entry(id, firm, kind, event, until, severity, yuan * 100, categories);
        }

        Entry found(String... codes) {
            return new Entry(id, firm, kind, event, until, severity, amountFen, Set.of(codes));
        }
    }

    /** A relation that a source told; a negative number is a person. */
    record Tie(long firm, long other, LocalDate from, LocalDate until) {}

    final List<Firm> firms = new ArrayList<>();
    final List<Tie> ties = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();

    static Firm aFirm(long id) {
        Map<Attribute, String> words = new EnumMap<>(Attribute.class);
        words.put(Attribute.REGISTERED, "true");
        words.put(Attribute.STATUS, "ACTIVE");
        words.put(Attribute.SUBJECT_KIND, "ENTERPRISE");
        words.put(Attribute.SECTION, "F");
        words.put(Attribute.INDUSTRY, "5101");
        return new Firm(id, words, LocalDate.of(2010, 5, 4), 5_000_000_00L, 0, 0);
    }

    static Firm with(Firm firm, Attribute attribute, String word) {
        Map<Attribute, String> words = new EnumMap<>(firm.words());
        if (word == null) {
            words.remove(attribute);
        } else {
            words.put(attribute, word);
        }
        return new Firm(
                firm.id(), words, firm.established(), firm.capitalFen(), firm.addressKey(), firm.legalPersonKey());
    }

    static Firm established(Firm firm, LocalDate day) {
        return new Firm(firm.id(), firm.words(), day, firm.capitalFen(), firm.addressKey(), firm.legalPersonKey());
    }

    static Firm at(Firm firm, long addressKey) {
        return new Firm(
                firm.id(), firm.words(), firm.established(), firm.capitalFen(), addressKey, firm.legalPersonKey());
    }

    static Entry aRecord(long id, long firm, RecordKind kind, LocalDate event) {
        return new Entry(id, firm, kind, event, null, 0, 0, Set.of());
    }

    Register add(Firm firm, Entry... records) {
        firms.add(firm);
        entries.addAll(List.of(records));
        return this;
    }

    Register tie(long firm, long other, LocalDate from, LocalDate until) {
        ties.add(new Tie(firm, other, from, until));
        return this;
    }

    /** The same register in another order. */
    Register shuffled(Random random) {
        Register other = new Register();
        other.firms.addAll(firms);
        other.entries.addAll(entries);
        other.ties.addAll(ties);
        Collections.shuffle(other.firms, random);
        Collections.shuffle(other.entries, random);
        Collections.shuffle(other.ties, random);
        return other;
    }

    /** One enterprise with its records; whom it is related to is known from the whole register, as in the office. */
    Features alone(long id, LocalDate day, ModelDefinition... definitions) {
        ExtractionPlan plan = ExtractionPlan.of(day, definitions);
        Features features = new Features(plan, 1);
        firms.stream().filter(f -> f.id() == id).forEach(f -> enter(f, plan, features));
        entries.forEach(e -> enter(e, plan, features));
        return features.close(relations(plan));
    }

    Features features(LocalDate day, ModelDefinition... definitions) {
        ExtractionPlan plan = ExtractionPlan.of(day, definitions);
        Features features = new Features(plan, firms.size());
        firms.forEach(f -> enter(f, plan, features));
        entries.forEach(e -> enter(e, plan, features));
        return features.close(relations(plan));
    }

    Scores scores(LocalDate day, ModelDefinition definition) {
        Features features = features(day, definition);
        return new Scoring(features.plan(), definition).score(features);
    }

    Explanation explain(long id, LocalDate day, ModelDefinition definition) {
        Features features = alone(id, day, definition);
        List<CountedRecord> own = entries.stream()
                .filter(e -> e.firm() == id)
                .map(e -> counted(e, features.plan()))
                .toList();
        return Explanation.of(new Scoring(features.plan(), definition), features, own);
    }

    private Relations relations(ExtractionPlan plan) {
        Relations relations = new Relations(plan);
        for (Firm firm : firms) {
            if (Set.of("ACTIVE", "SUSPENDED").contains(firm.words().get(Attribute.STATUS))) {
                relations.living(firm.id(), firm.addressKey(), firm.legalPersonKey());
            }
        }
        for (Entry entry : entries) {
            Firm firm = firms.stream()
                    .filter(f -> f.id() == entry.firm())
                    .findFirst()
                    .orElseThrow();
            CountedRecord counted = counted(entry, plan);
            relations.record(
                    firm.id(),
                    firm.addressKey(),
                    firm.legalPersonKey(),
                    counted.kind(),
                    counted.eventDay(),
                    counted.untilDay(),
                    counted.severity(),
                    counted.categorySets());
        }
        for (Tie tie : ties) {
            relations.edge(tie.firm(), tie.other(), Days.of(tie.from()), Days.orNever(tie.until()));
        }
        return relations.close();
    }

    private static void enter(Firm firm, ExtractionPlan plan, Features features) {
        features.enterprise(
                firm.id(),
                plan.testBits(firm.words()),
                plan.knownBits(firm.words()),
                firm.established() == null ? Days.UNKNOWN : Days.of(firm.established()),
                firm.capitalFen() == null ? Features.MISSING : firm.capitalFen(),
                firm.addressKey(),
                firm.legalPersonKey());
    }

    private static void enter(Entry entry, ExtractionPlan plan, Features features) {
        counted(entry, plan).enter(entry.firm(), features);
    }

    static CountedRecord counted(Entry entry, ExtractionPlan plan) {
        return new CountedRecord(
                entry.id(),
                entry.kind().number(),
                Days.of(entry.event()),
                Days.orNever(entry.until()),
                entry.severity(),
                entry.amountFen(),
                plan.categoryBits(entry.categories()));
    }

    /** Some enterprises with all kinds of records, around this day. */
    static Register random(Random random, int firms, LocalDate day) {
        Register register = new Register();
        long record = 1;
        for (long id = 1; id <= firms; id++) {
            Firm firm = established(aFirm(id), day.minusDays(random.nextInt(6000) - 30));
            if (random.nextInt(10) == 0) {
                firm = with(firm, Attribute.STATUS, random.nextBoolean() ? "REVOKED" : "DEREGISTERED");
            }
            if (random.nextInt(10) == 0) {
                firm = with(firm, Attribute.INDUSTRY, random.nextBoolean() ? null : "6210");
            }
            if (random.nextInt(20) == 0) {
                firm = with(firm, Attribute.REGISTERED, "false");
            }
            firm = new Firm(
                    id,
                    firm.words(),
                    random.nextInt(15) == 0 ? null : firm.established(),
                    random.nextInt(15) == 0 ? null : (long) random.nextInt(2_000_000_00),
                    random.nextInt(Math.max(2, firms / 4)),
                    random.nextInt(Math.max(2, firms / 2)));
            register.add(firm);
            int records = Math.max(0, (int) (random.nextGaussian() * 3));
            for (int i = 0; i < records; i++) {
                register.entries.add(anyRecord(random, record++, id, day));
            }
        }
        return register;
    }

    static Entry anyRecord(Random random, long record, long firm, LocalDate day) {
        RecordKind kind = RecordKind.of(2 + random.nextInt(5));
        LocalDate event = day.minusDays(random.nextInt(1500) - 60);
        LocalDate until = random.nextInt(3) == 0 ? null : event.plusDays(1 + random.nextInt(1200));
        return new Entry(
                record,
                firm,
                kind,
                event,
                until,
                random.nextInt(4),
                random.nextInt(2_000_000_00),
                Set.of(String.valueOf(1 + random.nextInt(8))));
    }
}
