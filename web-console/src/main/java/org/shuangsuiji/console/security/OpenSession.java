package org.shuangsuiji.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets the person's own session go on after a change that ends all others. */
@Component
public class OpenSession {
    private final OfficeUsers users;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    OpenSession(OfficeUsers users) {
        this.users = users;
    }

    public void renew(HttpServletRequest request, HttpServletResponse response) {
        var present = SecurityContextHolder.getContext().getAuthentication();
        if (present == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        OfficeUser user = users.loadUserByUsername(present.getName());
        user.eraseCredentials();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        contexts.saveContext(context, request, response);
    }
}
