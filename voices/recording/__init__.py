"""`beurt record`: a speaker of a language reads its clips aloud, one after the other, and hears them back."""
