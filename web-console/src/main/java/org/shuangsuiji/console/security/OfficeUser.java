package org.shuangsuiji.console.security;

import java.io.Serializable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Scope;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A signed-in person, as the session keeps it. */
public final class OfficeUser implements UserDetails, CredentialsContainer, Serializable {
    private static final long serialVersionUID = 1L;

    private final long personId;
    private final String account;
    private final String name;
    private final long departmentId;
    private final String departmentName;
    private final String departmentPath;
    private final String regionPrefix;
    private final String language;
    private final int sessionStamp;
    private final @Nullable Long inspectorId;
    private final boolean active;
    private final boolean leads;
    private final EnumSet<Role> roles;
    private @Nullable String passwordHash;

    /**
     * Somebody of this department.
     *
     * @param leads whether the department answers for its region, see {@code Departments.leads}
     */
    public OfficeUser(Person person, Department department, boolean leads) {
        this.personId = person.id();
        this.account = person.account();
        this.name = person.name();
        this.departmentId = department.id();
        this.departmentName = department.name();
        this.departmentPath = department.path();
        this.regionPrefix = department.scope().regionPrefix();
        this.language = person.language();
        this.sessionStamp = person.sessionStamp();
        this.inspectorId = person.inspectorId();
        this.active = person.active();
        this.leads = leads;
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(person.roles());
        this.passwordHash = person.passwordHash();
    }

    /** Who acts, with the scope of the department. */
    public Actor actor() {
        return new Actor(account, name, departmentId, new Scope(departmentPath, regionPrefix));
    }

    public long personId() {
        return personId;
    }

    public String name() {
        return name;
    }

    public String departmentName() {
        return departmentName;
    }

    public String language() {
        return language;
    }

    public int sessionStamp() {
        return sessionStamp;
    }

    /** The entry of the inspector directory that is this person. */
    public @Nullable Long inspectorId() {
        return inspectorId;
    }

    /** Whether the person sits in the body that answers for its region. */
    public boolean leads() {
        return leads;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.copyOf(roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList());
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return account;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OfficeUser user && user.personId == personId;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(personId);
    }

    @Override
    public String toString() {
        return account;
    }
}
