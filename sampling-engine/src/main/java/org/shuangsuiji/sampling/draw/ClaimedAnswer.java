package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonText;
import org.shuangsuiji.sampling.canonical.Utf8;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;

/** What an answer.json says (DR-1 §10), before it is known whether its rule bears it out. */
public record ClaimedAnswer(Digest digest, String draw, Hash commitment, String unit, List<ClaimedFrame> frames) {
    private static final Set<String> KEYS = Set.of("protocol", "digest", "draw", "commitment", "unit", "frames");
    private static final Set<String> FRAME_KEYS = Set.of("department", "size", "root", "present");
    private static final Set<String> SHOWING = Set.of("proof", "before", "after");
    private static final Set<String> PROOF_KEYS = Set.of("unit", "index", "inner", "path");

    public ClaimedAnswer {
        frames = List.copyOf(frames);
    }

    /**
     * What is said of one department.
     *
     * @param proof its own place, where it should be shown to have been there
     * @param before its neighbour there, where it should be shown not to have been
     */
    record ClaimedFrame(
            String department,
            long size,
            Hash root,
            boolean present,
            @Nullable MembershipProof proof,
            @Nullable MembershipProof before,
            @Nullable MembershipProof after) {}

    /** The answer in a file's bytes, or empty with every fault of its form told. */
    public static Optional<ClaimedAnswer> read(byte[] bytes, Faults faults) {
        Faults.InFile in = faults.in(BundleFile.ANSWER);
        return Fields.read(bytes, in).map(json -> answer(json, in)).filter(answer -> in.count() == 0);
    }

    private static ClaimedAnswer answer(JsonValue json, Faults.InFile in) {
        Fields fields = new Fields(in, "", json, KEYS);
        fields.parsed("protocol", RuleFile.PROTOCOL, RuleFile.PROTOCOL, text -> Optional.of(text)
                .filter(RuleFile.PROTOCOL::equals));
        List<ClaimedFrame> frames = new ArrayList<>();
        for (JsonValue frame : fields.list("frames")) {
            frames.add(frame(frame, "frames[%d]".formatted(frames.size()), in));
        }
        return new ClaimedAnswer(
                fields.parsed("digest", "SHA-256 or SM3", Digest.SHA_256, Digest::labelled),
                fields.name("draw"),
                fields.hash("commitment"),
                unit(fields),
                frames);
    }

    private static ClaimedFrame frame(JsonValue json, String where, Faults.InFile in) {
        Fields fields = new Fields(in, where, json, FRAME_KEYS, SHOWING);
        String department = fields.name("department");
        return new ClaimedFrame(
                department,
                fields.number("size"),
                fields.hash("root"),
                fields.flag("present"),
                proof(fields, "proof", department, in),
                proof(fields, "before", department, in),
                proof(fields, "after", department, in));
    }

    private static @Nullable MembershipProof proof(Fields frame, String key, String department, Faults.InFile in) {
        if (!frame.has(key)) {
            return null;
        }
        Fields fields = new Fields(in, frame.path(key), frame.value(key), PROOF_KEYS);
        List<Hash> path = new ArrayList<>();
        for (JsonValue step : fields.list("path")) {
            path.add(step(step, "%s[%d]".formatted(fields.path("path"), path.size()), in));
        }
        return new MembershipProof(unit(fields), department, fields.number("index"), fields.hash("inner"), path);
    }

    private static Hash step(JsonValue json, String where, Faults.InFile in) {
        try {
            if (json instanceof JsonText text) {
                return new Hash(text.text());
            }
            in.add(where, "expected 64 digits of 0-9a-f");
        } catch (IllegalArgumentException e) {
            in.add(where, "expected 64 digits of 0-9a-f, found '%s'".formatted(((JsonText) json).text()));
        }
        return Hash.ZEROS;
    }

    private static String unit(Fields fields) {
        return fields.parsed("unit", "18 digits or capital letters", "", text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Units.isUnit(bytes, 0, bytes.length) ? Optional.of(text) : Optional.empty();
        });
    }

    /** The answer, when the rule proves it, or empty with everything told that it does not bear out. */
    public Optional<EnterpriseAnswer> provenBy(Rule rule, Faults faults) {
        Faults.InFile in = faults.in(BundleFile.ANSWER);
        same(in, "digest", rule.digest().label(), digest.label());
        same(in, "draw", rule.draw(), draw);
        same(in, "commitment", rule.commitment().hex(), commitment.hex());
        List<Target> targets = rule.targets();
        if (frames.size() != targets.size()) {
            in.add("frames", "%d frames, the rule has %d departments".formatted(frames.size(), targets.size()));
        }
        List<FrameAnswer> answers = new ArrayList<>();
        for (int i = 0; i < Math.min(frames.size(), targets.size()); i++) {
            answer(frames.get(i), targets.get(i), rule.digest(), in).ifPresent(answers::add);
        }
        return in.count() == 0 ? Optional.of(new EnterpriseAnswer(rule, unit, answers)) : Optional.empty();
    }

    private Optional<FrameAnswer> answer(ClaimedFrame frame, Target target, Digest hash, Faults.InFile in) {
        String where = "'%s'".formatted(target.department());
        same(in, where + ".department", target.department(), frame.department());
        same(in, where + ".size", String.valueOf(target.size()), String.valueOf(frame.size()));
        same(in, where + ".root", target.root().hex(), frame.root().hex());
        MembershipProof proof = frame.proof();
        if (frame.present() != (proof != null)
                || (frame.present() && (frame.before() != null || frame.after() != null))) {
            in.add(where + ".present", "%s is not shown by %s".formatted(frame.present(), shown(frame)));
            return Optional.empty();
        }
        leads(frame.proof(), where + ".proof", target, hash, in);
        leads(frame.before(), where + ".before", target, hash, in);
        leads(frame.after(), where + ".after", target, hash, in);
        if (proof != null) {
            if (!proof.unit().equals(unit)) {
                in.add(where + ".proof", "it is about %s, not about %s".formatted(proof.unit(), unit));
            }
            return Optional.of(new FrameAnswer.Present(proof));
        }
        return Optional.of(absent(frame.before(), frame.after(), where, target, in));
    }

    private FrameAnswer absent(
            @Nullable MembershipProof before,
            @Nullable MembershipProof after,
            String where,
            Target target,
            Faults.InFile in) {
        long left = before == null ? -1 : before.index();
        long right = after == null ? target.size() : after.index();
        if (right != left + 1) {
            in.add(where, "the places %d and %d do not follow each other".formatted(left, right));
        }
        if (before != null && Utf8.ORDER.compare(before.unit(), unit) >= 0) {
            in.add(where + ".before", "%s does not stand before %s".formatted(before.unit(), unit));
        }
        if (after != null && Utf8.ORDER.compare(unit, after.unit()) >= 0) {
            in.add(where + ".after", "%s does not stand after %s".formatted(after.unit(), unit));
        }
        return new FrameAnswer.Absent(before, after);
    }

    private static void leads(
            @Nullable MembershipProof proof, String where, Target target, Digest hash, Faults.InFile in) {
        if (proof == null) {
            return;
        }
        if (proof.index() < 0 || proof.index() >= target.size()) {
            in.add(where + ".index", "%d is beyond a frame of %d".formatted(proof.index(), target.size()));
        } else if (!proof.leadsTo(target, hash)) {
            in.add(where, "the path of %s does not lead to the root of the rule".formatted(proof.unit()));
        }
    }

    private static void same(Faults.InFile in, String where, String expected, String found) {
        if (!expected.equals(found)) {
            in.add(where, "the rule says '%s', found '%s'".formatted(expected, found));
        }
    }

    private static String shown(ClaimedFrame frame) {
        List<String> keys = Stream.of(
                        frame.proof() == null ? "" : "proof",
                        frame.before() == null ? "" : "before",
                        frame.after() == null ? "" : "after")
                .filter(key -> !key.isEmpty())
                .toList();
        return keys.isEmpty() ? "nothing" : String.join(", ", keys);
    }
}
