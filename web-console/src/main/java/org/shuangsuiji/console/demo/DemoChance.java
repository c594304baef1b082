package org.shuangsuiji.console.demo;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Stands in for the sources of chance of a real draw, which take hours or days to speak.
 *
 * <p>A value is made when its due has come, by the machine's secure generator, and its name and evidence say that it is
 * a stand-in. So the demo shows the protocol at work; what it draws proves nothing to anybody.
 */
@Component
@Profile(DemoProfile.NAME)
class DemoChance {
    static final String EVIDENCE = "演示替身：到期后由本机安全随机数发生器产生，并非公开来源 (demo stand-in, made by this machine after its due)";

    private static final int DIE_SIDES = 6;

    private final SecureRandom random = new SecureRandom();

    String dice(int dice) {
        return random.ints(dice, 1, DIE_SIDES + 1).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    String lottery(List<Integer> widths) {
        return widths.stream()
                .map(width ->
                        random.ints(width, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    String beacon(int bytes) {
        byte[] bits = new byte[bytes];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
