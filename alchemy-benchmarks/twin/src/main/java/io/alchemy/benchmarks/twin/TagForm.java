package io.alchemy.benchmarks.twin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form in which somebody puts a page under a tag. */
public record TagForm(@NotBlank @Size(max = 20) String name) {}
