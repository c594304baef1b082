package org.shuangsuiji.console.security;

import org.shuangsuiji.console.office.Passwords;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id; the prefix in each hash lets a stronger method take over one day. */
@Component
class Argon2Passwords implements Passwords {
    private final PasswordEncoder encoder;

    Argon2Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder made nothing of a password");
        }
        return hash;
    }

    @Override
    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }
}
