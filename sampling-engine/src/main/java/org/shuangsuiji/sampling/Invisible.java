package org.shuangsuiji.sampling;

/** Characters that nobody sees: with one of them a second name would look like the first (Unicode, UAX #44 and UTS #39). */
final class Invisible {
    private Invisible() {}

    /** Whether a reader sees nothing of it; the ordinary blank and the ends of lines are not meant. */
    static boolean is(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isFiller(character) || isSelector(character);
        };
    }

    private static boolean isFiller(int character) {
        return switch (character) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
            default -> false;
        };
    }

    /** Variation selectors, the Mongolian ones among them. */
    private static boolean isSelector(int character) {
        return (character >= 0xfe00 && character <= 0xfe0f)
                || (character >= 0xe0100 && character <= 0xe01ef)
                || (character >= 0x180b && character <= 0x180f);
    }
}
