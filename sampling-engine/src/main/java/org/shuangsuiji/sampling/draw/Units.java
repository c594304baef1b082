package org.shuangsuiji.sampling.draw;

/** The form of a unit: the credit code, whose check character is not tested here (DR-1 §3). */
final class Units {
    static final int LENGTH = 18;

    private Units() {}

    static boolean isUnit(byte[] bytes, int offset, int length) {
        if (length != LENGTH) {
            return false;
        }
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (!((b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z'))) {
                return false;
            }
        }
        return true;
    }

    static boolean isRegion(String text) {
        int length = text.length();
        return (length == 6 || length == 9 || length == 12) && isDigits(text);
    }

    static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
